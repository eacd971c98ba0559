using Vonage.Audit;

namespace Vonage.Contract.Tests.Apis;

public class AuditTests : SimulatedApi
{
    private const string OwnNumber = "447700900001";

    [Test]
    public async Task Events_are_listed_on_all_pages()
    {
        List<string> ids = [.. Enumerable.Range(0, 65).Select(i => Simulator.AddAuditEvent(i % 2 == 0 ? AuditEventType.UserLogin : AuditEventType.UserLogout, $$"""{"turn":{{i}}}"""))];

        Assert.That((await AllAsync(Vonage.Audit.ListEventsAsync())).Select(entry => entry.Id), Is.EqualTo(ids));
        Assert.That(await AllAsync(Vonage.Audit.ListEventsAsync(new() { EventType = AuditEventType.UserLogout, PageSize = 10 })), Has.Count.EqualTo(32));
        Assert.That((await AllAsync(Vonage.Audit.ListEventsAsync(new() { SearchText = "\"turn\":64" }))).Single().Id, Is.EqualTo(ids[64]));
        Assert.That(await AllAsync(Vonage.Audit.ListEventsAsync(new() { EndDate = DateTimeOffset.UtcNow.AddDays(-1) })), Is.Empty);
        Assert.That((int?)(await Vonage.Audit.GetEventAsync(ids[7])).Context?.AdditionalProperties["turn"], Is.EqualTo(7), "the fields of other types are kept");
        Assert.That((await FailingAsync(() => Vonage.Audit.GetEventAsync("none"), 404)).Message, Does.Contain("none was not found"));
    }

    [Test]
    public async Task What_other_APIs_change_is_in_the_log()
    {
        var application = await Vonage.Applications.CreateAsync(new("My Voice App"));
        await Vonage.Numbers.UpdateAsync(new("GB", OwnNumber) { ApplicationId = application.Id });
        await Vonage.Numbers.UpdateAsync(new("GB", OwnNumber) { ApplicationId = "" });
        await Vonage.Applications.DeleteAsync(application.Id);

        var log = await AllAsync(Vonage.Audit.ListEventsAsync());

        Assert.That(log.Select(entry => entry.EventType), Is.EqualTo(new AuditEventType?[]
        {
            AuditEventType.ApplicationCreate, AuditEventType.NumberUpdated, AuditEventType.NumberLinked, AuditEventType.NumberUpdated, AuditEventType.NumberUnlinked, AuditEventType.ApplicationDelete,
        }));
        Assert.That((log[0].Context?.ApplicationId, log[0].Context?.Created?.Name), Is.EqualTo((application.Id, "My Voice App")));
        Assert.That((log[2].Context?.ApplicationId, log[2].Context?.Msisdn, log[2].Context?.Account), Is.EqualTo((application.Id, OwnNumber, Simulator.ApiKey)));
        Assert.That((log[0].Source, log[0].CreatedAt?.Offset, log[0].AccountId), Is.EqualTo(((AuditSource?)AuditSource.Api, (TimeSpan?)TimeSpan.Zero, Simulator.ApiKey)));
    }

    [Test]
    public async Task Every_type_is_described()
    {
        var types = await Vonage.Audit.ListEventTypesAsync();
        Assert.That(types.Select(type => type.Type), Is.EquivalentTo(AuditEventType.All.Select(type => (AuditEventType?)type)));
        Assert.That(types.Select(type => type.Description), Is.All.Not.Empty);
        Assert.That(Simulator.Requests[^1].Method, Is.EqualTo("OPTIONS"));
    }

    [Test]
    public async Task No_types_are_an_empty_list()
    {
        Simulator.Respond("audit.listEventTypes", 204);
        Assert.That(await Vonage.Audit.ListEventTypesAsync(), Is.Empty);
    }
}
