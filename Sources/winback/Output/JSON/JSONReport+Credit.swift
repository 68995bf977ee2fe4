import Metrics
import Tables

extension JSONReport {
  static func credits(_ credits: [Credit]) -> JSONValue {
    .object(
      credits.map { credit in
        let rows = credit.rows.map { row -> JSONValue in
          .object([
            ("name", .text(row.name)), ("reactivations", .number(row.reactivations)),
            ("revenue", .number(row.revenue)),
          ])
        }
        return (
          credit.view.rawValue,
          .object([
            ("adds_up", .bool(credit.addsUp)),
            (
              "total",
              .object([
                ("reactivations", .int(credit.reactivations)),
                ("revenue", .number(credit.revenue)),
              ])
            ),
            ("channels", .list(rows)),
          ])
        )
      })
  }

  static func campaign(_ row: CampaignRow) -> JSONValue {
    .object([
      ("channel", .text(row.channel)), ("campaign", .text(row.campaign)),
      ("last_sent", JSONValue(row.lastSent?.description)),
      ("contacted", .int(row.contacted)), ("reactivations", .int(row.reactivations)),
      ("rate", row.rate.value.map { .object(proportion($0)) } ?? .null),
      ("revenue", .number(row.revenue)), ("cost", JSONValue(row.cost)),
    ])
  }

  static func step(_ row: StepRow) -> JSONValue {
    .object([
      ("channel", .text(row.channel)), ("campaign", .text(row.campaign)),
      ("step", .int(row.step)), ("sent", .int(row.rate.n)), ("returned", .int(row.rate.x)),
      ("rate", .object(proportion(row.rate))), ("chained", .number(row.chained)),
    ])
  }

  static func variant(_ row: VariantRow) -> JSONValue {
    .object([
      ("channel", .text(row.channel)), ("campaign", .text(row.campaign)),
      ("step", JSONValue(row.step)), ("variant", .text(row.variant)),
      ("rate", .object(proportion(row.rate))), ("against_first", comparison(row.againstFirst)),
    ])
  }
}
