/// A made-up name, as people type theirs into a form.
struct PersonName {
  /// With titles, nicknames and commas where somebody typed some.
  let full: String
  private let plain: String

  init(_ chance: inout RandomStream) {
    let given = Self.given[chance.whole(0...Self.given.count - 1)]
    let family = Self.family[chance.whole(0...Self.family.count - 1)]
    plain = "\(given.plain).\(family.plain)"
    full =
      switch chance.uniform() {
      case ..<0.012: "\(family.written), \(given.written)"
      case ..<0.020: "\(given.written) \"\(given.written.prefix(3))\" \(family.written)"
      case ..<0.026: "Dr. \(given.written) \(family.written), MBA"
      default: "\(given.written) \(family.written)"
      }
  }

  /// An address under a domain that is reserved for examples (RFC 2606).
  func address(number: Int) -> String {
    let domains = ["example.com", "example.net", "example.org"]
    return "\(plain)\(number)@\(domains[number % 3])"
  }

  private typealias Part = (written: String, plain: String)

  private static let given: [Part] = [
    ("Anna", "anna"), ("Ben", "ben"), ("Chloé", "chloe"), ("Daan", "daan"), ("Eva", "eva"),
    ("Finn", "finn"), ("Gül", "guel"), ("Hannah", "hannah"), ("Iñigo", "inigo"), ("Jörg", "joerg"),
    ("Katarzyna", "katarzyna"), ("Lukas", "lukas"), ("Maja", "maja"), ("Noah", "noah"),
    ("Olivia", "olivia"), ("Paul", "paul"), ("René", "rene"), ("Søren", "soeren"),
    ("Tereza", "tereza"), ("Ute", "ute"), ("Věra", "vera"), ("Willem", "willem"),
    ("Yusuf", "yusuf"), ("Zoë", "zoe"), ("Marie-Luise", "marie-luise"), ("Ólafur", "olafur"),
  ]

  private static let family: [Part] = [
    ("Albrecht", "albrecht"), ("Bauer", "bauer"), ("Çelik", "celik"), ("Dubois", "dubois"),
    ("Eriksson", "eriksson"), ("Fischer", "fischer"), ("García", "garcia"), ("Hofmann", "hofmann"),
    ("Ivanova", "ivanova"), ("Jansen", "jansen"), ("Kowalski", "kowalski"),
    ("Lindqvist", "lindqvist"),
    ("Müller", "mueller"), ("Novák", "novak"), ("O'Neill", "oneill"), ("Petrov", "petrov"),
    ("Quandt", "quandt"), ("Rossi", "rossi"), ("Schäfer", "schaefer"), ("Tanaka", "tanaka"),
    ("Ünal", "uenal"), ("van der Berg", "vanderberg"), ("Weiß", "weiss"),
    ("Žukauskas", "zukauskas"),
  ]
}
