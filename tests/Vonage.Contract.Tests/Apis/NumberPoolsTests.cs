using Vonage.Core;
using Vonage.NumberPools;

namespace Vonage.Contract.Tests.Apis;

public class NumberPoolsTests : SimulatedApi
{
    private const string Own = "447700900001";
    private const string Foreign = "14155550111";

    [Test]
    public async Task Pools_are_listed_on_all_pages()
    {
        for (var i = 0; i < 25; i++)
            await Vonage.NumberPools.CreateAsync(new($"pool{i}"));

        Assert.That((await AllAsync(Vonage.NumberPools.ListAsync(new() { PageSize = 10 }))).Select(pool => pool.PoolId), Is.EqualTo(Enumerable.Range(0, 25).Select(i => $"pool{i}")));
    }

    [Test]
    public async Task What_is_created_is_read_back_changed_and_deleted()
    {
        await Vonage.NumberPools.CreateAsync(new("pool") { Fallback = NumberPoolFallback.CustomFrom });
        await FailingAsync(() => Vonage.NumberPools.CreateAsync(new("pool")), 409);

        await Vonage.NumberPools.UpdateAsync("pool", new() { PoolId = "other", LocalizedSenderPreferred = true });
        var pool = await Vonage.NumberPools.GetAsync("other");
        Assert.That((pool.Fallback, pool.LocalizedSenderPreferred, pool.Links?.Self?.Href?.AbsolutePath), Is.EqualTo(((NumberPoolFallback?)NumberPoolFallback.CustomFrom, (bool?)true, $"/v2/numberpools/accounts/{Simulator.ApiKey}/pools/other")));

        Assert.That((await Vonage.NumberPools.DeleteAsync("other")).PoolId, Is.EqualTo("other"));
        Assert.That((await FailingAsync(() => Vonage.NumberPools.GetAsync("other"), 404)).Message, Does.Contain("'other'"));
        await FailingAsync(() => Vonage.NumberPools.ListNumbersAsync("other").FirstAsync().AsTask(), 404);
        await FailingAsync(() => Vonage.NumberPools.GetAsync("pool", new() { AccountKey = "efgh5678" }), 404);
    }

    [Test]
    public async Task Numbers_that_could_not_be_added_or_removed_are_named()
    {
        await Vonage.NumberPools.CreateAsync(new("pool"));

        var added = await Vonage.NumberPools.AddNumbersAsync("pool", new() { Numbers = { "+44 7700 900001", Foreign } });
        Assert.That((added.Numbers, added.Error?.Errors[0].Numbers), Is.EqualTo((new[] { Own }, new[] { Foreign })));
        Assert.That(await AllAsync(Vonage.NumberPools.ListNumbersAsync("pool")), Is.EqualTo([Own]));
        Assert.That((await FailingAsync(() => Vonage.NumberPools.AddNumbersAsync("pool", new() { Numbers = { Foreign } }), 400)).Message, Does.Contain("not subscribed"));

        var removed = await Vonage.NumberPools.RemoveNumbersAsync("pool", new() { Numbers = { Own, Foreign } });
        Assert.That((removed?.Numbers, removed?.Error?.Errors[0].Numbers), Is.EqualTo((new[] { Own }, new[] { Foreign })));
        await FailingAsync(() => Vonage.NumberPools.RemoveNumbersAsync("pool", new() { Numbers = { Own } }), 400);
        await FailingAsync(() => Vonage.NumberPools.RemoveNumberAsync("pool", Own), 404);
        Assert.That(await AllAsync(Vonage.NumberPools.ListNumbersAsync("pool")), Is.Empty);
    }

    [Test]
    public async Task A_number_of_the_stock_belongs_to_the_account_once_it_is_bought()
    {
        var number = await Vonage.Numbers.SearchAvailableAsync("GB").FirstAsync();
        await Vonage.Numbers.BuyAsync(new(number.Country!, number.Msisdn!));
        await Vonage.NumberPools.CreateAsync(new("pool"));

        Assert.That((await Vonage.NumberPools.AddNumbersAsync("pool", new() { Numbers = { number.Msisdn! } })).Error, Is.Null);
    }

    [Test]
    public async Task The_rules_of_a_list_of_numbers_are_checked_first()
    {
        var many = new AddPoolNumbersRequest { Numbers = [.. Enumerable.Range(0, 51).Select(i => $"4477009000{i}")] };

        Assert.That((await Assert.ThrowsAsync<InvalidRequestException>(() => Vonage.NumberPools.AddNumbersAsync("pool", many)))!.Message, Does.Contain("1 to 50").Or.Contain("between 1 and 50"));
        Assert.That((await Assert.ThrowsAsync<InvalidRequestException>(() => Vonage.NumberPools.RemoveNumbersAsync("pool", new())))!.Field, Is.EqualTo("numbers"));
        Assert.That((await Assert.ThrowsAsync<InvalidRequestException>(() => Vonage.NumberPools.AddNumbersAsync("pool", new() { Numbers = { Own, "07700 900000" } })))!.Field, Is.EqualTo("numbers[1]"));
        Assert.That(Simulator.Requests, Is.Empty);
    }

    [TestCase("Pool")]
    [TestCase("my-pool")]
    [TestCase("my pool")]
    [TestCase("")]
    public async Task The_ID_of_a_pool_has_lowercase_letters_digits_and_underscores(string id)
    {
        Assert.That((await Assert.ThrowsAsync<InvalidRequestException>(() => Vonage.NumberPools.CreateAsync(new(id))))!.Field, Is.EqualTo("pool_id"));
        Assert.That((await Assert.ThrowsAsync<InvalidRequestException>(() => Vonage.NumberPools.UpdateAsync("pool", new() { PoolId = id })))!.Field, Is.EqualTo("pool_id"));
        Assert.That(Simulator.Requests, Is.Empty);
        await Vonage.NumberPools.CreateAsync(new("my_pool_2"));
    }
}
