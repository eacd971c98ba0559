using Vonage.FraudDefender;

namespace Vonage.Contract.Tests.Cases;

internal static class FraudDefenderCases
{
    public static IEnumerable<OperationCase> All()
    {
        yield return Case("createRule", "all fields", "POST", "v1/fraud-defender/rules", async (v, _) =>
        {
            var rule = await v.FraudDefender.CreateRuleAsync(new(TrafficRuleProduct.Sms, "44", "My custom prefix rule", TrafficRuleAction.Block) { Status = TrafficRuleStatus.Active });
            Assert.That((rule.Prefix, rule.Action, rule.TrafficDirection), Is.EqualTo(("44", TrafficRuleAction.Block, TrafficDirection.Outbound)));
            Assert.That(rule.CreatedAt, Is.Not.Null);
        }, """{"product":"sms","prefix":"44","reason":"My custom prefix rule","action":"block","status":"active"}""");
        yield return Case("createRule", "what is required", "POST", "v1/fraud-defender/rules", (v, _) => v.FraudDefender.CreateRuleAsync(new(TrafficRuleProduct.Voice, "4477", "Ours", TrafficRuleAction.Allow)),
            """{"product":"voice","prefix":"4477","reason":"Ours","action":"allow"}""");
        yield return Case("listBurstProtections", "", "GET", "v1/fraud-defender/protection-configuration/absolute-burst", async (v, _) =>
        {
            await foreach (var protection in v.FraudDefender.ListBurstProtectionsAsync(new() { PageSize = 10 }))
                Assert.That((protection.DestinationCountries[0], protection.BlockValue), Is.EqualTo((BurstDestination.Algeria, 100)));
        }, query: "page=1&page_size=10");
#pragma warning disable CS0618 // Deprecated, and still to be had.
        yield return Case("listCustomRules", "", "GET", "v0.1/fraud-defender/configuration/custom-rules/SMS", async (v, _) =>
        {
            await foreach (var rule in v.FraudDefender.ListCustomRulesAsync(CustomRuleProduct.Sms, new() { PageSize = 10, Threshold = 10, Interval = TimeSpan.FromHours(1), Countries = ["GB", "FR"] }))
                Assert.That((rule.Country, rule.Interval), Is.EqualTo(("GB", TimeSpan.FromHours(1))));
        }, query: "page_size=10&page=1&threshold=10&interval=60&countries=GB&countries=FR");
#pragma warning restore CS0618
    }

    private static OperationCase Case(string operation, string variant, string method, string path, Func<IVonageClient, Ids, Task> call, string? json = null, string query = "") =>
        new($"fraud-defender.{operation}", variant, call) { Line = $"{method} api.nexmo.com/{path}", Json = json, Query = query, Authorization = "Basic " };
}
