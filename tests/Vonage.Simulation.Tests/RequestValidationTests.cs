using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using Vonage.Simulation.Tests.Support;

namespace Vonage.Simulation.Tests;

internal sealed class RequestValidationTests : ShopTest
{
    private const string Trace = "aaaaaaaa-bbbb-cccc-dddd-0123456789ab";

    [TestCase("", Trace)]
    [TestCase("?page_size=100&tag=a&tag=b&ids=1,2,3&unknown=x", Trace)]
    [TestCase("?page_size=101", Trace, "page_size: must be at most 100")]
    [TestCase("?page_size=ten", Trace, "page_size: must be an integer")]
    [TestCase("?page_size=", Trace, "page_size: must be an integer")]
    [TestCase("?tag=abcd&tag=b", Trace, "tag[0]: must have at most 3 characters")]
    [TestCase("?ids=1,b", Trace, "ids[1]: must be an integer")]
    [TestCase("?where=%5B%7B%22field%22%3A%22a,b%22%7D%5D", Trace)]
    [TestCase("?where=%5B%7B%7D%5D", Trace, "where[0].field: is required")]
    [TestCase("?where=a", Trace, "where: must be an array")]
    [TestCase("", null, "X-Trace: is required")]
    [TestCase("", "x", "X-Trace: must be a UUID")]
    public async Task Checks_parameters(string query, string? trace, params string[] violations)
    {
        if (trace is not null)
            Http.DefaultRequestHeaders.Add("X-Trace", trace);

        var answer = await GetAsync("/v1/things" + query);

        Assert.That(answer.Status, Is.EqualTo(violations.Length == 0 ? HttpStatusCode.OK : HttpStatusCode.BadRequest));
        Assert.That(Violations(), Is.EqualTo(violations));
    }

    [TestCase("/v1/things/x", "id: must be an integer")]
    [TestCase("/v1/names/much%20too%20long.csv", "name: must have at most 8 characters")]
    public async Task Checks_the_path(string path, string violation)
    {
        await GetAsync(path);

        Assert.That(Violations(), Is.EqualTo([violation]));
    }

    [TestCase("""{"name":"Lamp"}""")]
    [TestCase("""{"name":"Lamp","size":{"height":-1}}""", "size.height: must be at least 0")]
    [TestCase("""{"name":"L","size":{}}""", "name: must have at least 2 characters", "size.height: is required")]
    [TestCase("[]", "body: must be an object")]
    [TestCase("{", "body: is not valid JSON")]
    [TestCase("""{"name":"Lamp","name":"Chair"}""", "body: is not valid JSON")]
    [TestCase("null", "body: must not be null")]
    [TestCase("", "name: is required")]
    public async Task Checks_a_json_body(string body, params string[] violations)
    {
        UseBasic();

        using var content = Json(body);
        var answer = await PostAsync("/v1/things", content);

        Assert.That(answer.Status, Is.EqualTo(violations.Length == 0 ? HttpStatusCode.Created : HttpStatusCode.UnprocessableEntity));
        Assert.That(Violations(), Is.EqualTo(violations));
    }

    [Test]
    public async Task Refuses_another_media_type()
    {
        UseBasic();

        await PostFormAsync("/v1/things", ("name", "Lamp"));

        Assert.That(Violations(), Is.EqualTo(["Content-Type: must be application/json"]));
    }

    [TestCase("to=447700900000&ttl=20&urgent=true&tags=a&tags=b")]
    [TestCase("to=447700900000&other=x")]
    [TestCase("ttl=20", "to: is required")]
    [TestCase("to=447700900000&ttl=19", "ttl: must be at least 20")]
    [TestCase("to=447700900000&ttl=x", "ttl: must be an integer")]
    [TestCase("to=447700900000&urgent=yes", "urgent: must be a boolean")]
    [TestCase("to=447700900000&tags=a&tags=b&tags=c", "tags: must have at most 2 items")]
    public async Task Checks_a_form(string form, params string[] violations)
    {
        UseBasic();

        using var content = new StringContent(form, Encoding.UTF8, "application/x-www-form-urlencoded");
        await PostAsync("/legacy/send", content);

        Assert.That(Violations(), Is.EqualTo(violations));
    }

    [Test]
    public async Task Checks_a_multipart_body()
    {
        using var content = new MultipartFormDataContent
        {
            { new StringContent("""{"name":"x"}""", Encoding.UTF8, "application/json"), "info" },
        };

        await PostAsync("/upload", content);

        Assert.That(Violations(), Is.EquivalentTo(["file: is required", "info.title: is required"]));
    }

    [Test]
    public async Task Refuses_a_multipart_body_that_is_none()
    {
        using var content = new StringContent("x") { Headers = { ContentType = MediaTypeHeaderValue.Parse("multipart/form-data; boundary=y") } };

        await PostAsync("/upload", content);

        Assert.That(Violations(), Is.EquivalentTo(["file: is required", "info: is required"]));
    }

    [Test]
    public async Task Keeps_a_files_content()
    {
        using var file = new ByteArrayContent([1, 2, 3]) { Headers = { ContentType = new MediaTypeHeaderValue("image/png") } };
        using var content = new MultipartFormDataContent { { file, "file", "logo.png" }, { new StringContent("""{"title":"x"}"""), "info" } };

        var answer = await PostAsync("/upload", content);

        Assert.That(answer.Status, Is.EqualTo(HttpStatusCode.NoContent));
        var received = Simulator.Requests.Single().Form!.Files.Single();
        await using var stream = received.OpenReadStream();
        using var copy = new MemoryStream();
        await stream.CopyToAsync(copy);
        Assert.That((received.FileName, received.ContentType, copy.ToArray()), Is.EqualTo(("logo.png", "image/png", new byte[] { 1, 2, 3 })));
    }

    [Test]
    public async Task A_problem_names_the_fields()
    {
        UseBasic();

        var answer = await PostAsync("/v1/things", new JsonObject { ["name"] = 1, ["size"] = new JsonObject() });

        Assert.That((answer.ContentType, answer["title"]), Is.EqualTo(("application/problem+json", "Invalid")));
        Assert.That(answer["detail"], Is.EqualTo("name: must be a string; size.height: is required"));
        Assert.That((answer["invalid_parameters.1.name"], answer["invalid_parameters.1.reason"]), Is.EqualTo(("size.height", "is required")));
        Assert.That(answer.Header("X-Simulator-Reason"), Is.EqualTo(answer["detail"]));
    }

    [Test]
    public async Task An_error_of_the_apis_own_names_the_fields()
    {
        var answer = await GetAsync("/v1/things");

        Assert.That((answer["code"], answer["message"]), Is.EqualTo(("7", "X-Trace: is required")));
        Assert.That(answer.Json["invalid_parameters"]!.ToJsonString(), Is.EqualTo("""{"X-Trace":"is required"}"""));
    }

    [TestCase("ttl=20", "2", "to: is required")]
    [TestCase("to=447700900000&ttl=1", "3", "ttl: must be at least 20")]
    public async Task An_error_inside_a_success_names_the_field(string form, string status, string text)
    {
        UseBasic();

        using var content = new StringContent(form, Encoding.UTF8, "application/x-www-form-urlencoded");
        var answer = await PostAsync("/legacy/send", content);

        Assert.That(answer.Status, Is.EqualTo(HttpStatusCode.OK));
        Assert.That((answer["messages.0.status"], answer["messages.0.error-text"]), Is.EqualTo((status, text)));
    }

    [Test]
    public async Task Wrong_credentials_go_before_wrong_fields()
    {
        using var content = Json("{}");
        var answer = await PostAsync("/v1/things", content);

        Assert.That(answer.Status, Is.EqualTo(HttpStatusCode.Unauthorized));
        Assert.That(Violations(), Is.EqualTo(["name: is required"]));
    }

    private IEnumerable<string> Violations() => Simulator.Requests.Single().Violations.Select(violation => violation.ToString());
}
