package import Tables

/// What one campaign of a channel did.
package struct CampaignRow: Equatable, Sendable {
  package var channel: String
  package var campaign: String
  /// Episodes with a contact of the campaign in the channel.
  package var contacted: Int
  /// Returns credited to one of its touches.
  package var reactivations: Int
  package var rate: Figure<Proportion>
  /// Net revenue within the windows, in units, like the cost.
  package var revenue: Double
  /// Its contacts' own cost, spend that names it, and its part, by `sent` contacts, of the channel's
  /// other spend: the campaigns of a channel add up to the channel.
  package var cost: Double?
  /// When it last sent anything to anyone, up to the day of the report.
  package var lastSent: Day?
}

extension Analysis {
  /// The campaigns of every channel, in the order of the names' bytes; `channels` are the rows that
  /// they add up to.
  func campaigns(_ span: MonthSpan, channels: [ChannelRow]) -> [CampaignRow] {
    let codes = history.codes
    // By code of the sender.
    var accounts = [CampaignAccount](repeating: CampaignAccount(), count: codes.senders.count)
    for month in contacts(in: span) {
      for (code, sums) in month.senders {
        accounts[Int(code)].contacted += sums.contacted
        accounts[Int(code)].ownCost += sums.cost
        accounts[Int(code)].sent += sums.sent
      }
    }
    for won in wonBack(in: span) {
      guard let touch = won.touch else { continue }
      let sender = Int(codes.sender(touch))
      accounts[sender].reactivations += 1
      accounts[sender].net += won.takings.net
    }
    for (sender, moment) in outbox.lastSent.enumerated() where moment != .min {
      accounts[sender].lastSent = Day(dayNumber(moment))
    }
    var named = Dictionary(
      uniqueKeysWithValues: zip(codes.senders, accounts).filter { $0.1.isUsed })
    addNamedSpend(span, to: &named)
    let byChannel = Dictionary(grouping: named) { $0.key.channel }
    let ranks = cohort.touches.campaigns.words.ranks
    return channels.flatMap { channel in
      let own = (byChannel[channel.channel] ?? []).sorted {
        ranks[Int($0.key.campaign)] < ranks[Int($1.key.campaign)]
      }
      return rows(of: channel, own, span)
    }
  }

  /// Spend that names a campaign which was sent belongs to it.
  private func addNamedSpend(_ span: MonthSpan, to accounts: inout [Sender: CampaignAccount]) {
    for row in spendRows where span.days.contains(Int(cohort.spend.day[row])) {
      let name = cohort.spend.campaigns.words[cohort.spend.campaign[row]]
      guard cohort.spend.channel[row] != 0, cohort.spend.campaign[row] != 0,
        let campaign = cohort.touches.campaigns.words.existingCode(of: name)
      else { continue }
      let sender = Sender(channel: cohort.spend.channel[row], campaign: campaign)
      accounts[sender]?.ownCost += cohort.spend.amount[row]
    }
  }

  /// The rows of a channel, from its campaigns in order.
  private func rows(
    of channel: ChannelRow, _ own: [(key: Sender, value: CampaignAccount)], _ span: MonthSpan
  ) -> [CampaignRow] {
    let sent = own.reduce(0) { $0 + $1.value.sent }
    let direct = Amount.units(own.reduce(0) { $0 + $1.value.ownCost })
    let isMature = isMature(span.to, definitions.window)
    return own.map { sender, account in
      let part = sent > 0 ? Double(account.sent) / Double(sent) : 1 / Double(own.count)
      return CampaignRow(
        channel: channel.name, campaign: cohort.touches.campaigns.words[sender.campaign],
        contacted: account.contacted, reactivations: account.reactivations,
        rate: isMature
          ? .value(Proportion(account.reactivations, of: account.contacted))
          : .missing(.matures(span.to.last + definitions.window)),
        revenue: Amount.units(account.net),
        cost: channel.cost.map { Amount.units(account.ownCost) + ($0 - direct) * part },
        lastSent: account.lastSent)
    }
  }
}

/// A campaign within a channel.
struct Sender: Hashable {
  var channel: Int32
  var campaign: Int32

  init(channel: Int32, campaign: Int32) {
    self.channel = channel
    self.campaign = campaign
  }

  init(_ kind: TouchKind) {
    channel = kind.channel
    campaign = kind.campaign
  }
}

private struct CampaignAccount {
  var contacted = 0
  var reactivations = 0
  var sent = 0
  var ownCost: Int64 = 0
  var net: Int64 = 0
  var lastSent: Day?

  /// Whether it had a part in any of the episodes.
  var isUsed: Bool { contacted > 0 || reactivations > 0 }
}
