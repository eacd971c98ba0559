namespace Vonage.Contract.Tests.Apis;

public class UsersTests : SimulatedApi
{
    [Test]
    public async Task Is_created_fetched_changed_and_deleted()
    {
        var user = await Vonage.Users.CreateAsync(new() { Name = "alice", Channels = new() { Sms = { new() { Number = "447700900000" } } } });
        await Vonage.Users.UpdateAsync(user.Id, new() { DisplayName = "Alice" });

        var byName = await Vonage.Users.GetAsync("alice");
        Assert.Multiple(() =>
        {
            Assert.That(byName.Id, Is.EqualTo(user.Id));
            Assert.That(byName.DisplayName, Is.EqualTo("Alice"));
            Assert.That(byName.Channels!.Sms[0].Number, Is.EqualTo("447700900000"), "what an update leaves out stays");
        });
        await Vonage.Users.DeleteAsync(user.Id);
        await FailingAsync(() => Vonage.Users.GetAsync(user.Id), 404);
    }

    [Test]
    public async Task A_name_is_unique()
    {
        await Vonage.Users.CreateAsync(new() { Name = "alice" });
        var error = await FailingAsync(() => Vonage.Users.CreateAsync(new() { Name = "alice" }), 400);
        Assert.That(error.Problem!.InvalidParameters[0].Name, Is.EqualTo("name"));
    }

    [TestCase(1)]
    [TestCase(2)]
    [TestCase(5)]
    [TestCase(100)]
    public async Task Cursors_are_followed(int pageSize)
    {
        for (var i = 0; i < 5; i++)
            await Vonage.Users.CreateAsync(new() { Name = $"user{i}" });
        var list = Vonage.Users.ListAsync(new() { PageSize = pageSize, Order = SortOrder.Descending });
        Assert.That((await AllAsync(list)).Select(u => u.Name), Is.EqualTo(["user4", "user3", "user2", "user1", "user0"]));
        Assert.That(await AllAsync(list), Has.Count.EqualTo(5));
    }

    [Test]
    public async Task An_empty_page_in_the_middle_does_not_end_the_list()
    {
        await Vonage.Users.CreateAsync(new() { Name = "alice" });
        Simulator.Respond("users.list", new Simulation.SimulatedResponse
        {
            StatusCode = 200,
            Body = """{"page_size":10,"_embedded":{"users":[]},"_links":{"self":{"href":"x"},"next":{"href":"https://api.nexmo.com/v1/users?cursor=aXRlbTow"}}}""",
        });
        Assert.That((await AllAsync(Vonage.Users.ListAsync())).Single().Name, Is.EqualTo("alice"));
    }
}
