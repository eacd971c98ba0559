using System.Net;
using System.Security.Cryptography;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;
using NUnit.Framework.Internal;
using Vonage.Contract.Tests.Cases;
using Vonage.Core;

namespace Vonage.Contract.Tests.Tolerance;

/// <summary>
/// Every operation, whose documented reply lacks one value after the other, or has something else in its place. What must be there is an
/// error if it is not; all other values cost nothing but themselves.
/// </summary>
public class EveryReplyTests
{
    private const int MostRequests = 20;

    private static readonly string?[] Changes = [null, "null", """{"odd":{}}""", "12"];

    // A reply with a status of its own may say by its fields that the request failed, and some methods give one item of a list.
    private static readonly string[] NeedMore = ["sms.", "verify.", "number-insight.", "numbers.", "alerts.", "account.", "verify-v2.check", "video.createSessions", "whatsapp-provisioning."];

    private static readonly VonageCredentials Credentials = CreateCredentials();

    private static readonly Dictionary<string, DocumentedReplies> Documents = AllCases.List.Select(one => one.Spec).Distinct().ToDictionary(spec => spec, DocumentedReplies.Of);

    // A login leads on by a header, which no document describes.
    private static IEnumerable<TestCaseData> Operations =>
        AllCases.List.Where(one => one.NotByPrism is null && one.Spec != "number-verification").DistinctBy(one => one.Operation).Select(one => new TestCaseData(one).SetArgDisplayNames(one.Operation));

    [TestCaseSource(nameof(Operations))]
    public async Task A_changed_reply_is_refused_if_it_cannot_be_used_and_only_then(OperationCase one)
    {
        var document = Documents[one.Spec];
        var faults = new List<string>();
        if (await ErrorOfAsync(one, document, null) is { } always)
            Assert.Fail("The documented reply is refused: " + always.Message);
        foreach (var (operation, place, change) in VariantsOf(one, document))
        {
            var error = await ErrorOfAsync(one, document, (operation, change));
            var canBeUsed = document.CanBeUsed(operation, change, document.ExampleOf(operation).Schema!);
            if (error is null && !canBeUsed)
                faults.Add($"{place} is a success: {change.ToString(Formatting.None)}");
            else if (error is not null && canBeUsed && !NeedMore.Any(name => one.Operation.StartsWith(name, StringComparison.Ordinal)))
                faults.Add($"{place} loses the reply: {error.Message}");
        }

        Assert.That(faults, Is.Empty);
    }

    private static IEnumerable<(JObject Operation, string Place, JToken Reply)> VariantsOf(OperationCase one, DocumentedReplies document)
    {
        var id = one.Operation[(one.Spec.Length + 1)..];
        var operation = document.Find(id);
        if (document.ExampleOf(operation).Example is not { } example)
            yield break;
        foreach (var place in new[] { string.Empty }.Concat(((example as JContainer)?.Descendants() ?? []).Where(value => value is not JProperty).Select(value => value.Path)))
        {
            foreach (var change in Changes.Where(change => place.Length > 0 || change is not null))
            {
                var reply = example.DeepClone();
                var value = place.Length > 0 ? reply.SelectToken(place)! : reply;
                if (change is null)
                    (value.Parent as JProperty ?? value).Remove();
                else if (place.Length == 0)
                    reply = JToken.Parse(change);
                else
                    value.Replace(JToken.Parse(change));
                yield return (operation, $"{(place.Length > 0 ? place : "the reply")} {(change is null ? "missing" : "= " + change)}", reply);
            }
        }
    }

    // What the case itself makes of a value that is not there is not the reply's fault.
    private static async Task<ApiException?> ErrorOfAsync(OperationCase one, DocumentedReplies document, (JObject Operation, JToken Reply)? changed)
    {
        // A list without its total goes on as long as there are items.
        var requests = 0;
        using var handler = new StubHandler((request, _) => ++requests > MostRequests ? throw new InvalidOperationException("Enough.") : Task.FromResult(Answer(request)));
        using var http = new HttpClient(handler);
        var vonage = new VonageClient(http, Credentials, new() { Retry = RetryOptions.None });
        // The case looks at values that may not be there.
        using var context = new TestExecutionContext.IsolatedContext();
        try
        {
            await one.Call(vonage, Ids.AnyOnPrism).WaitAsync(Patience.Limit);
            return null;
        }
        catch (ApiException error) when (requests <= MostRequests && !error.Message.Contains("cannot be continued", StringComparison.Ordinal))
        {
            return error;
        }
        catch (Exception error) when (changed is not null || error is AssertionException)
        {
            return null;
        }

        HttpResponseMessage Answer(HttpRequestMessage request)
        {
            if ((document.Find(request) ?? Documents.Values.Select(other => other.Find(request)).FirstOrDefault(found => found is not null)) is not { } operation)
                throw new InvalidOperationException($"{request.Method} {request.RequestUri} is not documented.");
            var (status, example, _) = document.ExampleOf(operation);
            var body = changed is { } other && other.Operation == operation ? other.Reply : example;
            return body is null ? new HttpResponseMessage((HttpStatusCode)status) { Content = new ByteArrayContent(status == 204 ? [] : [1]) } : StubHandler.Json(body.ToString(Formatting.None), (HttpStatusCode)status);
        }
    }

    private static VonageCredentials CreateCredentials()
    {
        using var key = RSA.Create(2048);
        return VonageCredentials.FromApiKey("abcd1234", "Abcdefgh0").WithApplication("aaaaaaaa-bbbb-cccc-dddd-0123456789ab", key.ExportPkcs8PrivateKeyPem());
    }
}
