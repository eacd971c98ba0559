using Vonage.Core.Pipeline;

namespace Vonage.Core.Tests;

internal sealed class PagingTests
{
    private readonly VonageApiClient _client = new(Keys.All);
    private readonly List<string?> _asked = [];

    [SetUp]
    public void Start() => _asked.Clear();

    [Test]
    public async Task Numbered_pages_end_where_the_total_says()
    {
        var items = ByPage(number => [number * 10, (number * 10) + 1], pages: 3);
        Assert.That(await items.ToListAsync(), Is.EqualTo((int[])[10, 11, 20, 21, 30, 31]));
        Assert.That(_asked, Is.EqualTo((string[])["1", "2", "3"]));
    }

    [Test]
    public async Task Numbered_pages_without_a_total_end_with_an_empty_one()
    {
        var items = ByPage(number => number < 2 ? [number] : null, first: 0);
        Assert.That(await items.ToListAsync(), Is.EqualTo((int[])[0, 1]));
        Assert.That(_asked, Is.EqualTo((string[])["0", "1", "2"]));
    }

    [Test]
    public async Task Numbered_pages_end_with_the_last_item_that_the_count_names()
    {
        var items = ByPage(number => number < 4 ? [number] : [], count: 3);
        Assert.That(await items.ToListAsync(), Is.EqualTo((int[])[1, 2, 3]));
        Assert.That(_asked, Is.EqualTo((string[])["1", "2", "3"]));
    }

    [Test]
    public async Task A_count_that_is_too_large_ends_with_an_empty_page()
    {
        Assert.That(await ByPage(number => number < 4 ? [number] : [], count: 10).ToListAsync(), Is.EqualTo((int[])[1, 2, 3]));
    }

    [Test]
    public async Task Pages_by_offset_go_on_where_the_last_one_ended()
    {
        var items = ByOffset(offset => [.. Enumerable.Range(offset, Math.Min(2, 5 - offset))], count: 5);
        Assert.That(await items.ToListAsync(), Is.EqualTo(Enumerable.Range(0, 5)));
        Assert.That(_asked, Is.EqualTo((string[])["0", "2", "4"]));
    }

    [Test]
    public async Task Pages_by_offset_without_a_total_end_with_an_empty_one()
    {
        var items = ByOffset(offset => offset < 3 ? [offset] : []);
        Assert.That(await items.ToListAsync(), Is.EqualTo((int[])[0, 1, 2]));
        Assert.That(_asked, Is.EqualTo((string[])["0", "1", "2", "3"]));
    }

    [Test]
    public async Task Pages_that_name_the_next_one_are_followed()
    {
        var items = ByCursor(cursor => cursor switch { null => new([1], "b"), "b" => new(null, "c"), _ => new([2], null) });
        Assert.That(await items.ToListAsync(), Is.EqualTo((int[])[1, 2]));
        Assert.That(_asked, Is.EqualTo((string?[])[null, "b", "c"]));
    }

    [TestCase(1)]
    [TestCase(2)]
    [TestCase(7)]
    [TestCase(500)]
    public async Task Cursors_in_a_circle_are_an_error(int length)
    {
        var items = ByCursor(cursor => new([1], ((int.Parse(cursor ?? "0") % length) + 1).ToString()));
        var (count, error) = await FailAsync(items);
        Assert.That(error.Message, Is.EqualTo("Things.get: the response cannot be used: 200 OK. The list does not end. It names a page as the next that was returned before."));
        Assert.That((error.Path, error.WasSent, count), Is.EqualTo(("/things", RequestSent.Yes, length + 1)), "what came before is not lost");
    }

    [Test]
    public async Task A_circle_is_found_after_a_continuation_too()
    {
        var items = ByCursor(cursor => new([1], cursor == "a" ? "b" : "a"));
        var token = (await items.AsPages().FirstAsync()).ContinuationToken;
        Assert.That(async () => await items.AsPages(token).CountAsync(), Throws.InstanceOf<VonageApiException>().With.Message.Contains("does not end"));
    }

    [Test]
    public async Task New_cursors_without_end_to_empty_pages_are_an_error()
    {
        var (count, error) = await FailAsync(ByCursor(_ => new(null, Guid.NewGuid().ToString())));
        Assert.That(error.Message, Does.EndWith("More than 1000 pages in a row are empty."));
        Assert.That((count, _asked.Count), Is.EqualTo((0, 1001)));
    }

    [Test]
    public async Task A_thousand_empty_pages_are_followed()
    {
        var items = ByCursor(cursor => cursor == "1000" ? new([1], null) : new(null, (int.Parse(cursor ?? "0") + 1).ToString()));
        Assert.That(await items.CountAsync(), Is.EqualTo(1));
    }

    [TestCase(1)]
    [TestCase(3)]
    public async Task Two_billion_pages_of_which_one_is_empty_are_an_error(int empty)
    {
        var (count, error) = await FailAsync(ByPage(number => number < empty ? [number] : [], pages: 2_000_000_000));
        Assert.That(error.Message, Does.EndWith($"The list does not end. Page {empty} is empty, but the list claims to have 2000000000 pages."));
        Assert.That((count, _asked.Count), Is.EqualTo((empty - 1, empty)));
    }

    [TestCase(0)]
    [TestCase(10)]
    public async Task A_next_offset_that_does_not_advance_is_an_error(int next)
    {
        var (_, error) = await FailAsync(ByNextOffset(offset => new([offset], offset == 0 ? "/things?offset=10" : $"/things?offset={next}")));
        Assert.That(error.Message, Does.EndWith($"The list does not end. After the page at 10, it names the one at {next} as the next."));
    }

    [Test]
    public async Task A_next_link_that_cannot_be_read_is_not_the_end([Values] bool hasOffsets)
    {
        var (count, error) = await FailAsync(hasOffsets
            ? ByNextOffset(offset => offset == 0 ? new([1, 2], "/things?offset=2") : new([3], null, "links.next"))
            : ByCursor(cursor => cursor is null ? new([1, 2], "b") : new([3], null, "links.next")));
        Assert.That(error.Message, Does.EndWith("The list cannot be continued, because the field 'links.next' of its page cannot be read."));
        Assert.That(count, Is.EqualTo(3), "what came before is not lost");
    }

    [Test]
    public async Task A_page_is_fetched_when_its_first_item_is_asked_for()
    {
        await foreach (var item in ByPage(number => [number], pages: 100))
            if (item == 2)
                break;
        Assert.That(_asked, Is.EqualTo((string[])["1", "2"]));
    }

    [Test]
    public async Task Each_enumeration_requests_the_pages_again()
    {
        var items = ByPage(number => [number], pages: 2);
        await items.CountAsync();
        await items.CountAsync();
        Assert.That(_asked, Is.EqualTo((string[])["1", "2", "1", "2"]));
    }

    [Test]
    public async Task Pages_have_their_items_and_the_total_count()
    {
        var pages = await ByPage(number => number < 3 ? [number, number] : [number], count: 5).AsPages().ToListAsync();
        Assert.That(pages.Select(p => p.Items), Is.EqualTo((int[][])[[1, 1], [2, 2], [3]]));
        Assert.That(pages.Select(p => p.TotalCount), Is.All.EqualTo(5));
        Assert.That(pages.Select(p => p.ContinuationToken is null), Is.EqualTo((bool[])[false, false, true]));
    }

    [TestCase("page")]
    [TestCase("count")]
    [TestCase("offset")]
    [TestCase("next")]
    [TestCase("cursor")]
    public async Task Another_process_can_continue_after_a_page(string style)
    {
        var token = (await List().AsPages().FirstAsync()).ContinuationToken;
        _asked.Clear();

        var rest = await List().AsPages(token).SelectMany(p => p.Items.ToAsyncEnumerable()).ToListAsync();

        Assert.That(rest, Is.EqualTo((int[])[2, 3]));
        Assert.That(_asked, Has.Count.EqualTo(2).And.None.Null);

        PagedList<int> List() => style switch
        {
            "page" => ByPage(number => [number], pages: 3),
            "count" => ByPage(number => [number], count: 3),
            "offset" => ByOffset(offset => [offset + 1], count: 3),
            "next" => ByNextOffset(offset => new([(offset / 10) + 1], offset < 20 ? $"/things?offset={offset + 10}" : null)),
            _ => ByCursor(cursor => cursor switch { null => new([1], "b\nc"), "b\nc" => new([2], "d"), _ => new([3], null) }),
        };
    }

    [Test]
    public async Task A_token_is_refused_when_the_method_is_called()
    {
        var other = (await ByPage(number => [number], pages: 3, path: "/others").AsPages().FirstAsync()).ContinuationToken;
        var cursor = (await ByCursor(_ => new([1], "x")).AsPages().FirstAsync()).ContinuationToken;
        _asked.Clear();
        foreach (var token in new[] { other, cursor, "2", "", "no token", Convert.ToBase64String("1\n/things\n-1"u8.ToArray()) })
        {
            var error = Assert.Throws<InvalidRequestException>(() => ByPage(number => [number], pages: 3).AsPages(token));
            Assert.That(error.Message, Does.Contain("continuationToken").And.Contains("ContinuationToken of a page of the same list"));
        }

        Assert.That(_asked, Is.Empty);
    }

    [TestCase(true)]
    [TestCase(false)]
    public async Task The_tokens_of_the_method_and_of_the_enumeration_both_cancel(bool byMethod)
    {
        using var ofMethod = new CancellationTokenSource();
        using var ofEnumeration = new CancellationTokenSource();
        var list = ByPage(number => [number], pages: 3, cancellationToken: ofMethod.Token);

        await Assert.CatchAsync<OperationCanceledException>(async () =>
        {
            await foreach (var _ in list.WithCancellation(ofEnumeration.Token))
                await (byMethod ? ofMethod : ofEnumeration).CancelAsync();
        });
        Assert.That(_asked, Is.EqualTo((string[])["1"]));
    }

    [Test]
    public async Task A_list_for_tests_is_made_of_pages()
    {
        var list = PagedList.FromPages(new Page<int>([1, 2], "a", 3), new Page<int>([3], null, 3));

        Assert.That(await list.ToListAsync(), Is.EqualTo((int[])[1, 2, 3]));
        Assert.That(await list.AsPages("a").SelectMany(p => p.Items.ToAsyncEnumerable()).ToListAsync(), Is.EqualTo((int[])[3]));
        Assert.Throws<InvalidRequestException>(() => list.AsPages("b"));
    }

    [TestCase("https://api.nexmo.com/v1/calls?page_size=10&cursor=a%2Fb+c#end", "a/b c")]
    [TestCase("/v1/calls?x=1", null)]
    [TestCase("/v1/calls", null)]
    [TestCase("bare-value", "bare-value")]
    [TestCase("", null)]
    [TestCase(null, null)]
    [TestCase("/v1/calls?cursor", null)]
    public async Task A_links_parameter_is_read(string? link, string? cursor)
    {
        var items = ByCursor(asked => new([1], asked is null ? link : null));
        await items.CountAsync();
        Assert.That(_asked, Is.EqualTo(cursor is null ? [null] : (string?[])[null, cursor]));
    }

    private static async Task<(int Count, VonageApiException Error)> FailAsync(PagedList<int> items)
    {
        var count = 0;
        try
        {
            await foreach (var _ in items)
                count++;
        }
        catch (VonageApiException error)
        {
            return (count, error);
        }

        throw new AssertionException("The list ended.");
    }

    private PagedList<int> ByPage(Func<int, int[]?> items, int? pages = null, int? count = null, int first = 1, string path = "/things", CancellationToken cancellationToken = default) =>
        Paging.ByPage(_client, Operations.Get, path, (number, token) => Fetch(number.ToString(), new Reply(items(number), null), token), p => p.Items, pages is null ? null : _ => pages, count is null ? null : _ => count, first, cancellationToken);

    private PagedList<int> ByOffset(Func<int, int[]?> items, int? count = null) =>
        Paging.ByOffset(_client, Operations.Get, "/things", (offset, token) => Fetch(offset.ToString(), new Reply(items(offset), null), token), p => p.Items, count is null ? null : _ => count, default);

    private PagedList<int> ByNextOffset(Func<int, Reply> reply) =>
        Paging.ByNextOffset(_client, Operations.Get, "/things", (offset, token) => Fetch(offset.ToString(), reply(offset), token), p => p.Items, p => p.Next, p => p.Unreadable, "offset", default);

    private PagedList<int> ByCursor(Func<string?, Reply> reply) =>
        Paging.ByCursor(_client, Operations.Get, "/things", (cursor, token) => Fetch(cursor, reply(cursor), token), p => p.Items, null, p => p.Next, p => p.Unreadable, "cursor", default);

    private Task<Reply> Fetch(string? position, Reply reply, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        _asked.Add(position);
        return Task.FromResult(reply);
    }

    private sealed record Reply(int[]? Items, string? Next, string? Unreadable = null);
}
