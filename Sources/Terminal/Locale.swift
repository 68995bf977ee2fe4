import CNcurses

/// The C library's idea of characters; that of numbers stays as it is.
enum Locale {
  /// Takes over the environment's locale; where that knows only ASCII, one that knows Unicode.
  static func start() {
    unsafe nc_locale("")
    if !isUnicode { unsafe nc_locale("C.UTF-8") }
  }

  static var isUnicode: Bool { unsafe String(cString: nc_codeset()) == "UTF-8" }
}
