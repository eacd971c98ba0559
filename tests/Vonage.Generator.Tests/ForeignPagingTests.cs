using Vonage.Generator.Tests.Support;

namespace Vonage.Generator.Tests;

/// <summary>What other makers' documents say of pages.</summary>
internal sealed class ForeignPagingTests() : GeneratedTest("Vonage.ForeignPaging")
{
    [TestCase("ListLinkedAsync", """{"value":[{"id":1}],"nextLink":"https://api.example.com/linked?$skiptoken=n&x=1"}""", """{"value":[{"id":2}]}""", " $skiptoken=n")]
    [TestCase("ListByCursorAsync", """{"data":{"things":[{"id":1}],"next":"n"}}""", """{"data":{"things":[{"id":2}]}}""", " after=n")]
    [TestCase("ListByPageAsync", """{"value":[{"id":1}],"pages":2}""", """{"value":[{"id":2}],"pages":2}""", "page=1 page=2")]
    [TestCase("ListByOffsetAsync", """{"value":[{"id":1}]}""", """{"value":[{"id":2}]}""", "start=0 start=1 start=2")]
    [TestCase("ListByFernAsync", """{"data":{"things":[{"id":1}],"next":"n"}}""", """{"data":{"things":[{"id":2}]}}""", " after=n")]
    public async Task Pages_are_followed(string method, string first, string second, string queries)
    {
        Wire.Reply(first);
        Wire.Reply(second);
        Wire.Reply("""{"value":[]}""");

        var read = await RunAsync($$"""
            var ids = new List<long?>();
            await foreach (var thing in new ForeignPagingClient(api).{{method}}())
                ids.Add(thing.Id);
            return string.Join(" ", ids);
            """);

        Assert.That((read, string.Join(' ', Wire.Requests.Select(request => Uri.UnescapeDataString(request.Query)))), Is.EqualTo(("1 2", queries)));
    }

    [Test]
    public async Task A_contradiction_of_ours_and_theirs_names_both() =>
        Assert.That((await GenerateAsync("x-fern-pagination: { offset: $request.start, results: $response.value }", "x-paging: { style: offset, offset: start, items: value }")).Errors,
            Does.Match(@"paging\.yaml\(9,26\): error SPEC: 'x-paging' and 'x-fern-pagination' say different things\. Keep one of them\."));

    [Test]
    public async Task Ours_may_say_more() =>
        Assert.That((await GenerateAsync("x-fern-pagination: { offset: $request.start, results: $response.value }", "x-paging: { style: page, page: start, items: value, total: pages }")).ExitCode, Is.Zero);

    [TestCase("x-ms-pageable: { nextLinkName: nextLink }")]
    [TestCase("x-speakeasy-pagination: { type: url, outputs: { nextUrl: $.nextLink } }")]
    [TestCase("x-speakeasy-pagination: { type: cursor, inputs: [ { name: gone, in: parameters, type: cursor } ], outputs: { results: $.value, nextCursor: $.nextLink } }")]
    [TestCase("x-fern-pagination: { cursor: $request.start, next_cursor: '$response.value[-1].id', results: $response.value }")]
    public async Task What_has_no_counterpart_is_a_warning(string theirs)
    {
        var result = await GenerateAsync(theirs, "summary: Lists.");

        Assert.That(result.ExitCode, Is.Zero, result.Errors);
        Assert.That(result.Errors, Does.Contain($"warning SPEC: '{theirs.Split(':')[0]}' has no effect here: the method returns one page."));
    }

    private static async Task<CommandResult> GenerateAsync(string theirs, string ours)
    {
        var folder = Directory.CreateTempSubdirectory("foreign-paging-");
        try
        {
            var spec = Path.Combine(folder.FullName, "paging.yaml");
            await File.WriteAllTextAsync(spec, $$"""
                openapi: 3.0.3
                info: { title: Pages, version: "1" }
                servers: [ { url: https://api.example.com } ]
                paths:
                  /a:
                    get:
                      operationId: listThings
                      {{ours}}
                      {{theirs}}
                      parameters: [ { name: start, in: query, schema: { type: integer } } ]
                      responses: { '200': { description: ok, content: { application/json: { schema: { $ref: '#/components/schemas/Things' } } } } }
                components:
                  schemas:
                    Things: { type: object, properties: { value: { type: array, items: { type: object, properties: { id: { type: integer } } } }, nextLink: { type: string }, pages: { type: integer } } }
                """);
            return await Command.GeneratorAsync(folder.FullName, "--spec", spec, "--namespace", "Acme.Pages", "--output", Path.Combine(folder.FullName, "out"));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
