import Tables

/// What the contacts of the treated episodes that one month enrolled come to.
///
/// Every figure about channels, campaigns, steps and variants of some months is a sum over them, so that each
/// contact is looked at once for a whole report.
struct MonthContacts: Sendable {
  /// What went through one channel.
  struct ChannelSums: Sendable {
    /// Episodes with a contact.
    var contacted = 0
    /// Contacts that the sender's log has.
    var sent = 0
    var clicks = 0
    var replies = 0
    /// In millionths.
    var cost: Int64 = 0
  }

  /// What one campaign of a channel sent.
  struct SenderSums: Sendable {
    /// Episodes with a contact.
    var contacted = 0
    /// Contacts that the sender's log has.
    var sent = 0
    /// In millionths.
    var cost: Int64 = 0
  }

  /// By code.
  var channels: [ChannelSums]
  /// Those with a contact, by code, in no order.
  var senders: [(code: Int32, sums: SenderSums)] = []
  /// By code of the message: who got a step, of the episodes whose windows have closed, and who of them came
  /// back before the next.
  var steps: [(code: Int32, rate: Proportion)] = []
  /// By code of the form: who got it as the first variant of its message, of the same episodes, and who of
  /// them came back.
  var variants: [(code: Int32, rate: Proportion)] = []

  /// Nothing, of so many channels.
  init(channels: Int) {
    self.channels = [ChannelSums](repeating: ChannelSums(), count: channels)
  }
}

extension Analysis {
  /// The contacts of every month with a treated enrolment.
  var contacts: [Month: MonthContacts] {
    known.contacts.value {
      let months = Array(treatedByMonth)
      // A counter has a place for every code that there is: it serves many months.
      let counters = min(8, months.count)
      let counted = parallelMap(counters) { first in
        var counter = ContactCounter(self)
        return stride(from: first, to: months.count, by: counters).map { place in
          (months[place].key, counter.count(months[place].value))
        }
      }
      return Dictionary(uniqueKeysWithValues: counted.joined())
    }
  }

  /// The contacts of a span, month by month.
  func contacts(in span: MonthSpan) -> [MonthContacts] { span.months.compactMap { contacts[$0] } }
}
