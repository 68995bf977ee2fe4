import ArgumentParser
import Dashboard
import Terminal

/// Which screen to open, by its address.
struct AddressOption: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "The screen to open, such as 'channels/email?asof=2026-08-31': u shows a screen's address.",
      valueName: "address"),
    transform: AddressOption.address)
  var open: Address?

  private static func address(_ text: String) throws -> Address {
    do throws(AddressProblem) {
      return try Address(parsing: text)
    } catch {
      throw ValidationError(error.sentence)
    }
  }
}

extension FolderArguments {
  /// The dashboard that an address opens, without a terminal: 80 columns, glyphs of a typewriter.
  func dashboard(at address: Address?) throws(Failure) -> Dashboard {
    var dashboard = Dashboard(
      folder: folder, size: .init(columns: 80, rows: 24), glyphs: .ascii, lens: lens(address))
    _ = dashboard.update(.loaded(try evidence(through: lens(address))))
    guard var address else { return dashboard }
    address.lens = lens(address)
    do throws(AddressProblem) {
      _ = try dashboard.open(address)
    } catch {
      throw Failure(error.sentence)
    }
    return dashboard
  }
}
