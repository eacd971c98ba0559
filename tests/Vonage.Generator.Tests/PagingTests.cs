using Vonage.Core;
using Vonage.Generator.Tests.Support;

namespace Vonage.Generator.Tests;

internal sealed class PagingTests() : GeneratedTest("Vonage.Lists")
{
    [Test]
    public async Task Numbered_pages_are_followed_to_the_last()
    {
        Page("ab", """, "total_pages": 2""");
        Page("c", """, "total_pages": 2""");

        Assert.That(await NamesAsync("""client.ListNumberedAsync("f", new() { PageSize = 2, Token = "t" })"""), Is.EqualTo("abc"));
        Assert.That(Queries, Is.EqualTo((string[])["filter=f&page=1&page_size=2&token=t", "filter=f&page=2&page_size=2&token=t"]));
    }

    [Test]
    public async Task Numbered_pages_without_a_total_end_with_an_empty_one()
    {
        Page("a");
        Page("b");
        Page("");

        Assert.That(await NamesAsync("client.ListOpenEndedAsync()"), Is.EqualTo("ab"));
        Assert.That(Queries, Is.EqualTo((string[])["page=1", "page=2", "page=3"]));
    }

    [Test]
    public async Task Pages_by_index_are_followed_until_all_items_came()
    {
        Page("ab", """, "count": 3""");
        Page("c", """, "count": 3""");

        Assert.That(await NamesAsync("client.ListByOffsetAsync(new() { PageSize = 2 })"), Is.EqualTo("abc"));
        Assert.That(Queries, Is.EqualTo((string[])["record_index=0&page_size=2", "record_index=2&page_size=2"]));
    }

    [Test]
    public async Task Pages_by_index_end_with_an_empty_one_whatever_the_count_says()
    {
        Page("a", """, "count": 9""");
        Page("", """, "count": 9""");

        Assert.That(await NamesAsync("client.ListByOffsetAsync()"), Is.EqualTo("a"));
        Assert.That(Queries, Has.Count.EqualTo(2));
    }

    [Test]
    public async Task Cursors_are_taken_from_the_next_link_and_an_empty_page_does_not_end_the_list()
    {
        Page("a", """, "_links": {"next": {"href": "https://api.example.com/cursor?order=asc&cursor=x%2By%3D"}}""");
        Page("", """, "_links": {"next": {"href": "/cursor?cursor=z"}}""");
        Page("b", """, "_links": {"self": {"href": "/cursor?cursor=z"}}""");

        Assert.That(await NamesAsync("client.ListByCursorAsync()"), Is.EqualTo("ab"));
        Assert.That(Queries, Is.EqualTo((string[])[string.Empty, "cursor=x%2By%3D", "cursor=z"]));
    }

    [Test]
    public async Task A_page_that_lacks_everything_ends_the_list()
    {
        Wire.Reply("{}");

        Assert.That(await NamesAsync("client.ListByCursorAsync()"), Is.Empty);
        Assert.That(Queries, Has.Count.EqualTo(1));
    }

    [TestCase("""ListNumberedAsync("f")""", "_links", "12", """, "total_pages": 1""")]
    [TestCase("""ListNumberedAsync("f")""", "_links", """{"next":[12]}""", """, "total_pages": 1""")]
    [TestCase("""ListNumberedAsync("f")""", "total_pages", "[[]]", """, "count": 1""")]
    [TestCase("""ListNumberedAsync("f")""", "count", "\"many\"", """, "total_pages": 1""")]
    [TestCase("ListByOffsetAsync()", "_links", "12", """, "count": 1""")]
    [TestCase("ListByOffsetAsync()", "total_pages", "{}", """, "count": 1""")]
    [TestCase("ListByCursorAsync()", "count", "{}", "")]
    [TestCase("ListByCursorAsync()", "_links", """{"self":12}""", "")]
    public async Task An_odd_value_that_the_list_does_without_costs_no_page(string call, string field, string value, string more)
    {
        Page("a", $$""", "{{field}}": {{value}}{{more}}""");

        Assert.That(await NamesAsync("client." + call), Is.EqualTo("a"));
    }

    [TestCase("ListByCursorAsync()", "12")]
    [TestCase("ListByCursorAsync()", """{"next":12}""")]
    [TestCase("ListByCursorAsync()", """{"next":{"href":{"a":1}}}""")]
    [TestCase("ListByNextOffsetAsync()", "12")]
    [TestCase("ListByNextOffsetAsync()", """{"next":[[]]}""")]
    public async Task A_link_to_the_next_page_that_cannot_be_read_costs_no_item_but_is_not_the_end(string call, string links)
    {
        Page("ab", $$""", "_links": {{links}}""");

        Assert.That(await RunAsync($$"""
            var seen = "";
            try
            {
                await foreach (var thing in new ListsClient(api).{{call}})
                    seen += thing.Name;
            }
            catch (ApiException error)
            {
                seen += " " + error.Message;
            }
            return seen;
            """), Does.StartWith("ab ").And.Contain("The list cannot be continued, because the field '_links.next.href' of its page cannot be read."));
    }

    [TestCase("""{"_embedded":12}""", "_embedded")]
    [TestCase("""{"_embedded":{"things":12}}""", "_embedded.things")]
    [TestCase("""{"_embedded":{"things":[{"name":"a"},12]}}""", "_embedded.things[1]")]
    public async Task Items_that_cannot_be_read_are_not_missed(string page, string place)
    {
        foreach (var call in new[] { """ListNumberedAsync("f")""", "ListByOffsetAsync()", "ListByCursorAsync()", "ListByNextOffsetAsync()" })
        {
            Wire.Reply(page);
            Assert.That((await Assert.ThrowsAsync<VonageApiException>(() => NamesAsync("client." + call)))!.Message, Does.Contain($"'{place}'"), call);
        }

        Wire.Reply(page);
        Assert.That((await Assert.ThrowsAsync<VonageApiException>(() => RunAsync("return await new ListsClient(api).ListAllAsync();")))!.Message, Does.Contain($"'{place}'"));
    }

    [Test]
    public async Task Nothing_is_asked_before_the_first_item_is_wanted_nor_after_the_caller_stops()
    {
        Page("ab", """, "total_pages": 3""");
        Page("cd", """, "total_pages": 3""");

        var seen = await RunAsync("""
            var list = new ListsClient(api).ListNumberedAsync("f");
            var seen = "";
            await foreach (var thing in list)
            {
                seen += thing.Name;
                if (seen.Length == 3)
                    break;
            }
            return seen;
            """);

        Assert.That(seen, Is.EqualTo("abc"));
        Assert.That(Queries, Has.Count.EqualTo(2));
    }

    [Test]
    public async Task A_list_that_nobody_enumerates_asks_nothing()
    {
        await RunAsync("""_ = new ListsClient(api).ListNumberedAsync("f");""");

        Assert.That(Wire.Requests, Is.Empty);
    }

    [Test]
    public async Task A_list_enumerated_twice_asks_twice()
    {
        Page("a", """, "total_pages": 1""");
        Page("b", """, "total_pages": 1""");

        var seen = await RunAsync("""
            var list = new ListsClient(api).ListNumberedAsync("f");
            var seen = "";
            await foreach (var thing in list)
                seen += thing.Name;
            await foreach (var thing in list)
                seen += thing.Name;
            return seen;
            """);

        Assert.That(seen, Is.EqualTo("ab"));
        Assert.That(Queries, Is.EqualTo((string[])["filter=f&page=1", "filter=f&page=1"]));
    }

    [Test]
    public async Task A_single_page_can_be_asked_for()
    {
        Page("a", """, "total_pages": 5, "count": 9""");
        Page("b", """, "total_pages": 5, "count": 9""");

        Assert.That(await RunAsync("""
            string? token = null;
            await foreach (var page in new ListsClient(api).ListNumberedAsync("f").AsPages())
            {
                token = page.ContinuationToken;
                break;
            }
            await foreach (var page in new ListsClient(api).ListNumberedAsync("f").AsPages(token))
                return $"{page.TotalCount} {page.Items[0].Name}";
            return null;
            """), Is.EqualTo("9 b"));
        Assert.That(Queries, Is.EqualTo((string[])["filter=f&page=1", "filter=f&page=2"]));
    }

    [Test]
    public async Task Options_are_checked_when_the_method_is_called_and_named_as_the_user_sets_them()
    {
        var error = await Assert.ThrowsAsync<InvalidRequestException>(() => RunAsync("""_ = new ListsClient(api).ListNumberedAsync("f", new() { PageSize = 0 });"""));
        Assert.That(error.Message, Does.Contain("PageSize"));
        Assert.That(Wire.Requests, Is.Empty);
    }

    [Test]
    public async Task Options_that_change_later_change_no_list()
    {
        Page("a", """, "total_pages": 2""");
        Page("b", """, "total_pages": 2""");

        await RunAsync("""
            var options = new ListNumberedOptions { PageSize = 1 };
            await foreach (var thing in new ListsClient(api).ListNumberedAsync("f", options))
                options.PageSize = 7;
            """);

        Assert.That(Queries, Is.EqualTo((string[])["filter=f&page=1&page_size=1", "filter=f&page=2&page_size=1"]));
    }

    [TestCase("""{"_embedded": {"things": [{"name": "a"}, {"name": "b"}]}}""", "ab")]
    [TestCase("{}", "")]
    public async Task A_list_without_pages_is_taken_out_of_its_reply(string reply, string names)
    {
        Wire.Reply(reply);
        Assert.That(await RunAsync("""
            IReadOnlyList<Thing> things = await new ListsClient(api).ListAllAsync();
            return string.Concat(things.Select(t => t.Name));
            """), Is.EqualTo(names));
    }

    [TestCase("""client.ListNumberedAsync("f", cancellationToken: stop.Token)""")]
    [TestCase("""client.ListNumberedAsync("f").WithCancellation(stop.Token)""")]
    public async Task A_list_can_be_cancelled_between_pages(string list)
    {
        Page("a", """, "total_pages": 3""");

        await Assert.ThrowsAsync<OperationCanceledException>(() => RunAsync($$"""
            using var stop = new CancellationTokenSource();
            var client = new ListsClient(api);
            await foreach (var thing in {{list}})
                stop.Cancel();
            """));
        Assert.That(Queries, Has.Count.EqualTo(1));
    }

    [Test]
    public async Task The_options_of_a_list_reach_every_page()
    {
        Page("a", """, "total_pages": 2""");
        Page("b", """, "total_pages": 2""");

        await NamesAsync("""client.ListNumberedAsync("f", requestOptions: new RequestOptions { Headers = { ["X-Trace"] = "42" } })""");

        Assert.That(Wire.Requests.Select(r => r.Headers["X-Trace"].ToString()), Is.EqualTo((string[])["42", "42"]));
    }

    [Test]
    public async Task Moq_can_return_a_list_in_pages()
    {
        var names = await RunAsync("""
            var mock = new Mock<IListsClient>();
            mock.Setup(c => c.ListOpenEndedAsync(null, default)).Returns(PagedList.FromPages(new Page<Thing>([new() { Name = "a" }], "next"), new Page<Thing>([new() { Name = "b" }])));
            var names = "";
            await foreach (var thing in mock.Object.ListOpenEndedAsync())
                names += thing.Name;
            return names;
            """);

        Assert.That(names, Is.EqualTo("ab"));
    }

    private IReadOnlyList<string> Queries => [.. Wire.Requests.Select(r => r.Query)];

    /// <summary>Answers with a page of things with names of one letter.</summary>
    private void Page(string names, string rest = "") =>
        Wire.Reply($$"""{"_embedded": {"things": [{{string.Join(',', names.Select(n => $$"""{"name": "{{n}}"}"""))}}]}{{rest}}}""");

    private async Task<string> NamesAsync(string list) => (string)(await RunAsync($$"""
        var client = new ListsClient(api);
        var names = "";
        await foreach (var thing in {{list}})
            names += thing.Name;
        return names;
        """))!;
}
