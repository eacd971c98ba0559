using System.Net;
using System.Net.Http.Headers;
using System.Text.Json.Nodes;
using Vonage.Simulation.Tests.Support;

namespace Vonage.Simulation.Tests;

internal sealed class AnswerTests : ShopTest
{
    private static readonly JsonObject Thing = new() { ["name"] = "Lamp" };

    [SetUp]
    public void Authenticate()
    {
        UseBasic();
        Http.DefaultRequestHeaders.Add("X-Trace", "aaaaaaaa-bbbb-cccc-dddd-0123456789ab");
    }

    [Test]
    public async Task The_first_example_is_the_answer()
    {
        var answer = await PostAsync("/v1/things", Thing);

        Assert.That((answer.Status, answer.ContentType, answer.Text), Is.EqualTo((HttpStatusCode.Created, "application/json", """{"id":1,"name":"Lamp"}""")));
    }

    [Test]
    public async Task A_schema_makes_an_answer_where_there_is_no_example()
    {
        var answer = await GetAsync("/v1/things");

        Assert.That(answer.Text, Is.EqualTo("""{"total":1,"things":[{"id":3}]}"""));
        Assert.That(answer.Header("X-Total"), Is.EqualTo("42"));
    }

    [Test]
    public async Task A_schema_that_holds_itself_makes_an_answer()
    {
        var answer = await GetAsync("/v1/things/1");

        Assert.That((answer["id"], answer["kind"], answer["parts.0.kind"]), Is.EqualTo(("3", "lamp", "lamp")));
    }

    [TestCase("100")]
    [TestCase("101")]
    [TestCase("199")]
    [TestCase("600")]
    [TestCase("99999999999")]
    public async Task A_wish_for_what_is_no_answer_is_ignored(string code)
    {
        Http.DefaultRequestHeaders.TryAddWithoutValidation("Prefer", "code=" + code);

        Assert.That((await PostAsync("/v1/things", Thing)).Status, Is.EqualTo(HttpStatusCode.Created));
    }

    [TestCase(204)]
    [TestCase(205)]
    [TestCase(304)]
    public async Task A_status_without_a_body_has_none(int code)
    {
        Http.DefaultRequestHeaders.TryAddWithoutValidation("Prefer", $"code={code}");

        var answer = await PostAsync("/v1/things", Thing);

        Assert.That(((int)answer.Status, answer.Bytes), Is.EqualTo((code, Array.Empty<byte>())));
    }

    [TestCase(100)]
    [TestCase(0)]
    [TestCase(600)]
    public void A_test_cannot_set_what_is_no_answer(int code) =>
        Assert.That(() => Simulator.Respond("*", code), Throws.InstanceOf<ArgumentOutOfRangeException>().With.Message.Contains("between 200 and 599"));

    [TestCase("""{"name":"\ud800"}""")]
    [TestCase("""{"\ud800":"Lamp"}""")]
    [TestCase("""{"name":["\udfff"]}""")]
    [TestCase("""["\ud800"]""")]
    [TestCase("\"\\ud800\"")]
    public async Task Half_a_character_is_the_clients_error(string body)
    {
        using var content = new StringContent(body, System.Text.Encoding.UTF8, "application/json");
        using var response = await Http.PostAsync(new Uri("/v1/things", UriKind.Relative), content);
        var text = await response.Content.ReadAsStringAsync();

        Assert.That((response.StatusCode, text.Contains("body: is not valid JSON", StringComparison.Ordinal)), Is.EqualTo((HttpStatusCode.UnprocessableEntity, true)), text);
    }

    [Test]
    public async Task An_answer_may_have_no_body()
    {
        var answer = await DeleteAsync("/v1/things/1");

        Assert.That((answer.Status, answer.Bytes), Is.EqualTo((HttpStatusCode.NoContent, Array.Empty<byte>())));
    }

    [Test]
    public async Task The_client_may_choose_the_media_type()
    {
        Http.DefaultRequestHeaders.Accept.Add(new MediaTypeWithQualityHeaderValue("text/*"));

        var answer = await GetAsync("/v1/things");

        Assert.That((answer.ContentType, answer.Text), Is.EqualTo(("text/csv", "id;name")));
    }

    [TestCase("code=429", HttpStatusCode.TooManyRequests, "")]
    [TestCase("code=201, example=chair", HttpStatusCode.Created, """{"id":2,"name":"Chair"}""")]
    public async Task A_request_may_ask_for_an_answer(string prefer, HttpStatusCode status, string body)
    {
        Http.DefaultRequestHeaders.Add("Prefer", prefer);

        var answer = await PostAsync("/v1/things", Thing);

        Assert.That((answer.Status, answer.Text), Is.EqualTo((status, body)));
    }

    [Test]
    public async Task A_test_may_order_a_documented_error()
    {
        Simulator.Respond("addThing", 429, times: 2);

        var answers = new[] { await PostAsync("/v1/things", Thing), await PostAsync("/v1/things", Thing), await PostAsync("/v1/things", Thing) };

        Assert.That(answers.Select(answer => (int)answer.Status), Is.EqualTo([429, 429, 201]));
        Assert.That(answers[0].Header("Retry-After"), Is.EqualTo("15"));
    }

    [Test]
    public async Task Orders_are_carried_out_in_turn()
    {
        Simulator.Respond("addThing", 503);
        Simulator.Respond("*", 401);
        Simulator.Respond("shop.addThing", 429);

        var statuses = new List<int>();
        for (var i = 0; i < 4; i++)
            statuses.Add((int)(await PostAsync("/v1/things", Thing)).Status);

        Assert.That(statuses, Is.EqualTo([503, 401, 429, 201]));
    }

    [Test]
    public async Task A_test_may_order_anything()
    {
        Simulator.Respond("addThing", new SimulatedResponse
        {
            StatusCode = 502,
            Body = "<html>Bad gateway</html>",
            ContentType = "text/html",
            Headers = { ["X-Node"] = "7" },
        });

        var answer = await PostAsync("/v1/things", Thing);

        Assert.That((answer.Status, answer.ContentType, answer.Text), Is.EqualTo((HttpStatusCode.BadGateway, "text/html", "<html>Bad gateway</html>")));
        Assert.That(answer.Header("X-Node"), Is.EqualTo("7"));
    }

    [Test]
    public async Task Any_operation_includes_paths_that_are_none()
    {
        Simulator.Respond("*", 418);

        Assert.That((int)(await GetAsync("/nothing")).Status, Is.EqualTo(418));
    }

    [Test]
    public async Task Orders_can_be_withdrawn()
    {
        Simulator.Respond("addThing", 500, times: 100);
        Simulator.ResetResponses();

        Assert.That((await PostAsync("/v1/things", Thing)).Status, Is.EqualTo(HttpStatusCode.Created));
    }

    [TestCase("unknown")]
    [TestCase("other.addThing")]
    [TestCase("getThing")]
    public void An_order_names_one_operation(string operation) =>
        Assert.That(() => Simulator.Respond(operation, 500), Throws.ArgumentException);

    [Test]
    public async Task An_order_of_one_document_is_not_for_another()
    {
        Simulator.Respond("second/shop.getThing", 404);

        Assert.That((await GetAsync("/shop.example.com/v1/things/1")).Status, Is.EqualTo(HttpStatusCode.OK));
        Assert.That((await GetAsync("/other.example.com/v1/things/1")).Status, Is.EqualTo(HttpStatusCode.NotFound));
    }

    [Test]
    public async Task The_usual_answer_may_be_late()
    {
        Simulator.Respond("addThing", new SimulatedResponse { Delay = TimeSpan.FromMinutes(1) });
        using var timeout = new CancellationTokenSource();

        using var content = Json("""{"name":"Lamp"}""");
        var late = Http.PostAsync(new Uri("/v1/things", UriKind.Relative), content, timeout.Token);
        var request = await Simulator.Requests.WaitForAsync(request => request.OperationId == "addThing", Patience.Limit);

        Assert.That((request.StatusCode, late.IsCompleted), Is.EqualTo((201, false)));
        await timeout.CancelAsync();
        Assert.That(async () => await late, Throws.InstanceOf<OperationCanceledException>());
    }

    [Test]
    public async Task A_late_answer_does_not_hold_the_end_up()
    {
        Simulator.Respond("addThing", new SimulatedResponse { Delay = TimeSpan.FromMinutes(1) });
        using var content = Json("""{"name":"Lamp"}""");
        var late = Http.PostAsync(new Uri("/v1/things", UriKind.Relative), content);
        await Simulator.Requests.WaitForAsync(request => request.OperationId == "addThing", Patience.Limit);

        await Simulator.DisposeAsync().AsTask().WaitAsync(TimeSpan.FromSeconds(50));

        Assert.That(async () => await late, Throws.InstanceOf<HttpRequestException>());
    }

    [Test]
    public async Task The_connection_may_be_cut()
    {
        Simulator.Respond("getNewest", new SimulatedResponse { HangUp = true });

        Assert.That(() => GetAsync("/v1/things/newest"), Throws.InstanceOf<HttpRequestException>());
        Assert.That(Simulator.Requests.Single().StatusCode, Is.Zero);
        Assert.That((await GetAsync("/v1/things/newest")).Status, Is.EqualTo(HttpStatusCode.OK));
    }

    [Test]
    public async Task A_failure_of_the_simulator_says_so()
    {
        Options.OnRequest = _ => throw new InvalidOperationException("Test");

        var answer = await GetAsync("/v1/things/newest");

        Assert.That((answer.Status, answer["title"]), Is.EqualTo((HttpStatusCode.InternalServerError, "The simulator failed")));
    }
}
