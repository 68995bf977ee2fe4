/// Everything that one customer leaves behind in the files, each table in the order of time or
/// nearly: the files are sorted later.
struct Life {
  var orders: [OrderRow] = []
  var touches: [TouchRow] = []
  var assignments: [AssignmentRow] = []
  var cancellations: [CancellationRow] = []
  var tickets: [TicketRow] = []
  var carts: [CartRow] = []
  /// The day on which they first appeared.
  var joined = History.firstDay
  /// What the customer file calls them in the end.
  var segment = Segment.oneTime
  /// The plan that a subscriber has or had last; nil in a shop.
  var plan: Segment? = nil
  /// What that plan is worth a year, in cents; nil where nobody pays.
  var value: Int32? = nil
  /// The first unsubscribe, by the foot of a message or by letter.
  var unsubscribed: Moment? = nil

  /// Adds what came of a message, unless the history ends before.
  mutating func add(_ event: TouchRow.Event, to sent: TouchRow, after seconds: Int) {
    var row = sent
    row.moment = sent.moment.adding(seconds: seconds)
    row.event = event
    if row.moment.day <= History.lastDay { touches.append(row) }
  }

  /// Makes room for the next customer.
  mutating func removeAll() {
    orders.removeAll(keepingCapacity: true)
    touches.removeAll(keepingCapacity: true)
    assignments.removeAll(keepingCapacity: true)
    cancellations.removeAll(keepingCapacity: true)
    tickets.removeAll(keepingCapacity: true)
    carts.removeAll(keepingCapacity: true)
    plan = nil
    value = nil
    unsubscribed = nil
  }
}
