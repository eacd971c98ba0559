using Flowroute.Testing;
using Vonage.Simulation.Specs;
using Vonage.Simulation.Tests.Support;
using Vonage.Simulation.Validation;
using Vonage.Testing;

namespace Vonage.Simulation.Tests;

/// <summary>What has to be true of every document that a simulator carries, also of those that are still to be written.</summary>
[TestFixture(typeof(VonageSimulator), "specs")]
[TestFixture(typeof(FlowrouteSimulator), "specs/flowroute")]
[Parallelizable(ParallelScope.Children)]
internal sealed class EverySpecTests<TSimulator>(string folder)
    where TSimulator : ApiSimulator
{
    private static readonly SpecCatalog Documents = SpecCatalog.EmbeddedIn(typeof(TSimulator).Assembly);
    private ApiSimulator _simulator = null!;
    private HttpClient _http = null!;

    private static IEnumerable<SpecOperation> Operations => Documents.Operations;

    private static IEnumerable<SpecRequest> Requests =>
        Documents.Paths.SelectMany(path => path.Operations.SelectMany(operation => SpecRequest.Of(path, operation)));

    [OneTimeSetUp]
    public async Task StartAsync()
    {
        _simulator = typeof(TSimulator) == typeof(VonageSimulator) ? await VonageSimulator.StartAsync() : await FlowrouteSimulator.StartAsync();
        _http = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false });
    }

    [OneTimeTearDown]
    public async Task StopAsync()
    {
        _http.Dispose();
        await _simulator.DisposeAsync();
    }

    [TestCaseSource(nameof(Requests))]
    public async Task The_documented_request_gets_a_documented_answer(object source)
    {
        var request = (SpecRequest)source;
        using var message = request.MakeAuthenticated(_simulator);
        // Other tests ask the same simulator at the same time.
        var id = Guid.NewGuid().ToString();
        message.Headers.Add("X-Test", id);

        var answer = await Answer.ReadAsync(await _http.SendAsync(message));

        var received = _simulator.Requests.Single(each => each.Headers["X-Test"] == id);
        Assert.That(received.AuthenticationError, Is.Null);
        Assert.That(received.MatchesSpec, Is.True, answer.Header("X-Simulator-Reason"));
        // A resource of the examples does not exist in every simulator, and examples of one operation get in each other's way:
        // such a refusal is answered as the document says too.
        var documented = (int)answer.Status is 400 or 403 or 404 or 409 or 420 or 422 ? request.Operation.Response((int)answer.Status) : request.Operation.Success;
        Assert.That((int)answer.Status, Is.EqualTo(documented?.Status));
        var media = documented!.Content.FirstOrDefault(media => MediaTypes.Bare(media.Type) == answer.ContentType);
        Assert.That(answer.ContentType, Is.EqualTo(MediaTypes.Bare(media?.Type) is { Length: > 0 } type ? type : null));
        if (media?.IsJson == true)
            Assert.That(SchemaValidator.Validate(media.Schema, answer.Json), Is.Empty);
    }

    [TestCaseSource(nameof(Operations))]
    public async Task A_request_without_credentials_is_refused(object source)
    {
        var operation = (SpecOperation)source;
        using var message = Requests.First(request => request.Operation == operation).Make(_simulator);

        var answer = await Answer.ReadAsync(await _http.SendAsync(message));

        // Some APIs document 403 for it, and no 401.
        var refusal = operation.Response(401) is null && operation.Response(403) is not null ? 403 : 401;
        Assert.That((int)answer.Status, operation.Security.Count == 0 ? Is.Not.EqualTo(401) : Is.EqualTo(refusal));
    }

    [TestCaseSource(nameof(Operations))]
    public async Task Each_documented_answer_can_be_had(object source)
    {
        var operation = (SpecOperation)source;
        foreach (var response in operation.Responses.Where(response => response.Status > 0))
        {
            using var message = Requests.First(request => request.Operation == operation).Make(_simulator);
            message.Headers.Add("Prefer", $"code={response.Status}");

            var answer = await Answer.ReadAsync(await _http.SendAsync(message));

            Assert.That((int)answer.Status, Is.EqualTo(response.Status));
            if (MediaTypes.IsJson(answer.ContentType))
                Assert.That(SchemaValidator.Validate(response.Content[0].Schema, answer.Json), Is.Empty);
        }
    }

    [Test]
    public void What_state_handles_is_documented() =>
        Assert.That(_simulator.Provider.States.SelectMany(state => state.Operations), Is.Not.Empty.And.SubsetOf(Operations.Select(operation => operation.FullName)));

    [Test]
    public void Operations_have_names_of_their_own() => Assert.That(Operations.Select(operation => operation.FullName), Is.Unique);

    [Test]
    public void Every_document_is_served()
    {
        var files = Directory.GetFiles(Path.Combine(RepositoryFolder.Find(), folder), "*.yaml").Select(Path.GetFileNameWithoutExtension);
        Assert.That(Operations.Select(operation => operation.Spec).Distinct(), Is.EquivalentTo(files.Where(file => file is not ("common" or "simulator"))));
    }
}
