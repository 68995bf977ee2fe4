import Terminal

/// The words that open this screen again.
enum AddressPage {
  static func page(_ dashboard: Dashboard) -> Page {
    let address = dashboard.shownAddress.text
    let isWhole = dashboard.shownAddress == dashboard.address
    return Page(
      ["Address"],
      [
        Section(nil, .sentences([Sentence(address, Style(.accent, .bold))])),
        Section(
          nil,
          .bullets(
            [
              Sentence("y copies it; : and the address open it from any screen."),
              Sentence("winback \(dashboard.folder) --open '\(address)' opens it from a shell."),
              Sentence(
                "winback report \(dashboard.folder) --open '\(address)' prints it as text, and with --format "
                  + "json, csv or markdown as these."),
            ]
              + (isWhole
                ? []
                : [
                  Sentence(
                    "It leaves the person out, whose id is an e-mail address: x shows those.")
                ]))
        ),
      ])
  }
}
