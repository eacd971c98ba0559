using System.Net;
using Newtonsoft.Json.Linq;
using Vonage.Contract.Tests.Cases;
using Vonage.Testing;

namespace Vonage.Contract.Tests;

/// <summary>Every error that a document has for an operation is thrown as the one kind of error, with what the body says.</summary>
public class DocumentedErrorTests
{
    private static readonly string[] Specs = ["applications", "users", "subaccounts", "meetings", "proactive-connect", "alerts", "video", "conversations", "reports", "ten-dlc", "fraud-defender", "media", "audit", "external-accounts", "number-pools", "programmable-sip", "dispatch", "whatsapp-templates", "whatsapp-provisioning", "channel-manager", "redact", "identity-insights", "location-retrieval"];

    private static readonly VonageCredentials Anybody = VonageCredentials.FromApiKey("abcd1234", "Abcdefgh0");

    public static IEnumerable<TestCaseData> Errors() =>
        from one in AllCases.List.Where(c => Specs.Contains(c.Spec)).DistinctBy(c => c.Operation)
        from status in StatusesOf(one)
        select new TestCaseData(one, status).SetArgDisplayNames(one.Operation, status.ToString(System.Globalization.CultureInfo.InvariantCulture));

    [TestCaseSource(nameof(Errors))]
    public async Task Is_thrown(OperationCase one, int status)
    {
        await using var simulator = await VonageSimulator.StartAsync();
        var vonage = simulator.CreateClient();
        var ids = await Ids.OnAsync(simulator, vonage);
        // A refused token is renewed, and the request sent once more.
        simulator.Respond(one.Operation, status, times: 2);

        var error = await Assert.ThrowsAsync<VonageApiException>(() => one.Call(vonage, ids));

        Assert.Multiple(() =>
        {
            Assert.That(error!.StatusCode, Is.EqualTo((HttpStatusCode)status));
            Assert.That(error.Operation.Split('.')[1], Is.EqualTo(one.Operation.Split('.')[1]));
            if (error.Body.StartsWith('{'))
            {
                Assert.That(error.Problem, Is.Not.Null);
                Assert.That(error.Message, Does.Contain(error.Problem!.Detail ?? error.Problem.Title));
            }
        });
    }

    [Test]
    public void Every_operation_that_asks_for_credentials_is_among_them() =>
        Assert.That(
            AllCases.List.Where(c => Specs.Contains(c.Spec) && !c.Operation.Contains("report", StringComparison.Ordinal) && c.Operation != "meetings.uploadLogo").Select(c => c.Operation).Distinct(),
            Is.SubsetOf(Errors().Where(e => (int)e.Arguments[1]! == (((OperationCase)e.Arguments[0]!).Spec == "video" ? 403 : 401)).Select(e => ((OperationCase)e.Arguments[0]!).Operation)));

    [Test]
    public async Task Without_an_application_nothing_is_sent()
    {
        // Nobody listens there.
        var vonage = new VonageClient(Anybody, new() { Hosts = { ["api.nexmo.com"] = new("http://127.0.0.1:9"), ["api-eu.vonage.com"] = new("http://127.0.0.1:9") } });
        await Assert.ThrowsAsync<Core.MissingCredentialsException>(() => vonage.Users.GetAsync("USR-1"));
        await Assert.ThrowsAsync<Core.MissingCredentialsException>(() => vonage.Meetings.ListThemesAsync());
        await Assert.ThrowsAsync<Core.MissingCredentialsException>(() => vonage.ProactiveConnect.GetListAsync("1"));
    }

    private static IEnumerable<int> StatusesOf(OperationCase one)
    {
        var name = one.Operation[(one.Operation.IndexOf('.', StringComparison.Ordinal) + 1)..];
        var operation = SpecExamples.Load(Path.Combine(RepositoryFolder.Find(), "specs", one.Spec + ".yaml")).SelectTokens("$.paths.*.*").Single(candidate => candidate is JObject && (string?)candidate["operationId"] == name);
        return ((JObject)operation["responses"]!).Properties().Select(response => int.Parse(response.Name, System.Globalization.CultureInfo.InvariantCulture)).Where(status => status >= 400);
    }
}
