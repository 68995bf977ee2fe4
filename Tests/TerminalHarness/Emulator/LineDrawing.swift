/// The letters that the DEC graphics set draws as boxes.
let lineDrawing: [Unicode.Scalar: String] = [
  "`": "◆", "a": "▒", "f": "°", "g": "±", "h": "▒", "i": "␋", "j": "┘", "k": "┐", "l": "┌",
  "m": "└", "n": "┼", "o": "⎺", "p": "⎻", "q": "─", "r": "⎼", "s": "⎽", "t": "├", "u": "┤",
  "v": "┴", "w": "┬", "x": "│", "y": "≤", "z": "≥", "{": "π", "|": "≠", "}": "£", "~": "·",
]
