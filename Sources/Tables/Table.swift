/// A table of a cohort folder; its files are those whose name starts with its word.
///
/// Tables are read in this order, the customers last: by then everyone is known whom another table names, so
/// that a refused row can be told to be theirs; and the others' rows are put in order meanwhile.
package enum Table: String, CaseIterable, Sendable {
  case orders, touches, assignments, cancellations, spend, tickets, carts, customers

  /// The columns that winback reads.
  package var columns: [String] { required + optional }

  /// A file of the table without one of these is an error.
  package var required: [String] {
    switch self {
    case .orders: ["order_id", "customer_id", "ordered_at", "revenue"]
    case .touches: ["customer_id", "touched_at", "channel"]
    case .assignments: ["customer_id", "assigned_at", "arm"]
    case .cancellations: ["customer_id", "cancelled_at"]
    case .spend: ["date", "amount"]
    case .customers: ["customer_id"]
    case .tickets: ["customer_id", "opened_at"]
    case .carts: ["customer_id", "abandoned_at"]
    }
  }

  /// Without one of these, what needs it is unavailable.
  package var optional: [String] {
    switch self {
    case .orders:
      ["discount", "discount_code", "refunded", "refunded_at", "status", "currency"]
    case .touches: ["campaign", "step", "variant", "event", "offer", "cost", "segment"]
    case .assignments: ["segment"]
    case .cancellations: ["reason", "voluntary", "comment", "value"]
    case .spend: ["channel", "campaign", "kind"]
    case .customers:
      [
        "segment", "unsubscribed_at", "email", "name", "points", "points_expire_at", "value",
        "plan",
        "trial_ended_at", "erased_at",
      ]
    case .tickets: ["status"]
    case .carts: ["value"]
    }
  }
}
