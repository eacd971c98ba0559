using Vonage.Core.Pipeline;

namespace Vonage.Core.Tests;

internal sealed class PagingTests
{
    [Test]
    public async Task Numbered_pages_end_where_the_total_says()
    {
        var asked = new List<int>();
        var items = Paging.ByPage((number, _) => Fetch(asked, number, [number * 10, (number * 10) + 1]), p => p.Items, _ => 3, null, first: 1);
        Assert.That(await items.ToListAsync(), Is.EqualTo((int[])[10, 11, 20, 21, 30, 31]));
        Assert.That(asked, Is.EqualTo((int[])[1, 2, 3]));
    }

    [Test]
    public async Task Numbered_pages_without_a_total_end_with_an_empty_one()
    {
        var asked = new List<int>();
        var items = Paging.ByPage((number, _) => Fetch(asked, number, number < 2 ? [number] : null), p => p.Items, null, null, first: 0);
        Assert.That(await items.ToListAsync(), Is.EqualTo((int[])[0, 1]));
        Assert.That(asked, Is.EqualTo((int[])[0, 1, 2]));
    }

    [Test]
    public async Task Numbered_pages_end_with_the_last_item_that_the_count_names()
    {
        var asked = new List<int>();
        var items = Paging.ByPage((number, _) => Fetch(asked, number, number < 4 ? [number] : []), p => p.Items, null, _ => 3, first: 1);
        Assert.That(await items.ToListAsync(), Is.EqualTo((int[])[1, 2, 3]));
        Assert.That(asked, Is.EqualTo((int[])[1, 2, 3]));
    }

    [Test]
    public async Task A_count_that_is_too_large_ends_with_an_empty_page()
    {
        var items = Paging.ByPage((number, _) => Fetch([], number, number < 4 ? [number] : []), p => p.Items, null, _ => 10, first: 1);
        Assert.That(await items.ToListAsync(), Is.EqualTo((int[])[1, 2, 3]));
    }

    [Test]
    public async Task Pages_by_offset_go_on_where_the_last_one_ended()
    {
        var asked = new List<int>();
        var items = Paging.ByOffset((offset, _) => Fetch(asked, offset, [.. Enumerable.Range(offset, Math.Min(2, 5 - offset))]), p => p.Items, _ => 5);
        Assert.That(await items.ToListAsync(), Is.EqualTo(Enumerable.Range(0, 5)));
        Assert.That(asked, Is.EqualTo((int[])[0, 2, 4]));
    }

    [Test]
    public async Task Pages_by_offset_without_a_total_end_with_an_empty_one()
    {
        var asked = new List<int>();
        var items = Paging.ByOffset((offset, _) => Fetch(asked, offset, offset < 3 ? [offset] : []), p => p.Items, null);
        Assert.That(await items.ToListAsync(), Is.EqualTo((int[])[0, 1, 2]));
        Assert.That(asked, Is.EqualTo((int[])[0, 1, 2, 3]));
    }

    [Test]
    public async Task Pages_that_name_the_next_one_are_followed()
    {
        var asked = new List<string?>();
        var items = Paging.ByCursor(
            (cursor, _) =>
            {
                asked.Add(cursor);
                return Task.FromResult(cursor switch { null => new Page([1], "b"), "b" => new Page(null, "c"), _ => new Page([2], null) });
            },
            p => p.Items,
            p => p.Next);
        Assert.That(await items.ToListAsync(), Is.EqualTo((int[])[1, 2]));
        Assert.That(asked, Is.EqualTo((string?[])[null, "b", "c"]));
    }

    [Test]
    public async Task A_page_that_names_itself_is_the_last()
    {
        var items = Paging.ByCursor((_, _) => Task.FromResult(new Page([1], "same")), p => p.Items, p => p.Next);
        Assert.That(await items.CountAsync(), Is.EqualTo(2));
    }

    [Test]
    public async Task A_page_is_fetched_when_its_first_item_is_asked_for()
    {
        var asked = new List<int>();
        var items = Paging.ByPage((number, _) => Fetch(asked, number, [number]), p => p.Items, _ => 100, null, first: 1);
        await foreach (var item in items)
            if (item == 2)
                break;
        Assert.That(asked, Is.EqualTo((int[])[1, 2]));
    }

    [TestCase("https://api.nexmo.com/v1/calls?page_size=10&cursor=a%2Fb+c#end", "cursor", "a/b c")]
    [TestCase("/v1/calls?x=1", "cursor", null)]
    [TestCase("/v1/calls", "cursor", null)]
    [TestCase("bare-value", "cursor", "bare-value")]
    [TestCase("", "cursor", null)]
    [TestCase(null, "cursor", null)]
    [TestCase("/v1/calls?cursor", "cursor", "")]
    public void A_links_parameter_is_read(string? link, string name, string? value) => Assert.That(Paging.ParameterOf(link, name), Is.EqualTo(value));

    private static Task<Page> Fetch(List<int> asked, int number, int[]? items)
    {
        asked.Add(number);
        return Task.FromResult(new Page(items, null));
    }

    private sealed record Page(int[]? Items, string? Next);
}
