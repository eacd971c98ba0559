using Vonage.NumberInsight;

namespace Vonage.AspNetCore.Tests.Models;

/// <summary>The webhook of Number Insight: the result of an asynchronous look-up.</summary>
internal static class NumberInsightWebhooks
{
    private const string Number = """
        "status":0,"status_message":"Success","request_id":"aaaaaaaa-bbbb-cccc-dddd-0123456789ab","international_format_number":"447700900000",
        "national_format_number":"07700 900000","country_code":"GB","country_code_iso3":"GBR","country_name":"United Kingdom","country_prefix":"44"
        """;

    private const string Prices = """ "request_price":"0.04000000","refund_price":"0.01500000","remaining_balance":"1.23456789" """;

    private const string Outcome = """
        "caller_identity":{"caller_type":"consumer","caller_name":"John Smith","first_name":"John","last_name":"Smith"},
        "lookup_outcome":0,"lookup_outcome_message":"Success","valid_number":"valid"
        """;

    private const string Carrier = """{"network_code":"12345","name":"Acme Inc","country":"GB","network_type":"mobile"}""";

    public static IEnumerable<WebhookCase> Cases =>
    [
        WebhookCase.Of<AdvancedInsight>(
            $$$"""
            {{{{Number}}},{{{Prices}}},"current_carrier":{{{Carrier}}},"original_carrier":{{{Carrier}}},"ported":"not_ported",
             "roaming":{"status":"roaming","roaming_country_code":"US","roaming_network_code":"12345","roaming_network_name":"Acme Inc"},{{{Outcome}}},"reachable":"reachable"}
            """,
            insight =>
            {
                Assert.That(insight.Status, Is.EqualTo(InsightStatus.Success));
                Assert.That(insight.RequestPrice, Is.EqualTo(0.04m));
                Assert.That(insight.RefundPrice, Is.EqualTo(0.015m));
                Assert.That(insight.RemainingBalance, Is.EqualTo(1.23456789m));
                Assert.That(insight.CurrentCarrier?.NetworkType, Is.EqualTo(NetworkType.Mobile));
                Assert.That(insight.Ported, Is.EqualTo(NumberPorting.NotPorted));
                Assert.That(insight.Roaming?.Status, Is.EqualTo(RoamingStatus.Roaming));
                Assert.That(insight.Roaming?.RoamingNetworkCode, Is.EqualTo("12345"));
                Assert.That(insight.CallerIdentity?.CallerType, Is.EqualTo(CallerType.Consumer));
                Assert.That(insight.LookupOutcome, Is.EqualTo(LookupOutcome.Success));
                Assert.That(insight.ValidNumber, Is.EqualTo(NumberValidity.Valid));
                Assert.That(insight.Reachable, Is.EqualTo(NumberReachability.Reachable));
            }),
        WebhookCase.Of<AdvancedInsight>(
            $$$"""
            {{{{Number}}},"current_carrier":null,"original_carrier":{"network_code":null,"name":null,"country":null,"network_type":"null"},"ported":"null","roaming":null,
             "lookup_outcome":1,"lookup_outcome_message":"Partial success - some fields populated","valid_number":"inferred_not_valid","reachable":"null"}
            """,
            insight =>
            {
                Assert.That(insight.CurrentCarrier, Is.Null);
                Assert.That(insight.OriginalCarrier?.Name, Is.Null);
                Assert.That(insight.Roaming, Is.Null);
                Assert.That(insight.LookupOutcome, Is.EqualTo(LookupOutcome.PartialSuccess));
            }),
    ];
}
