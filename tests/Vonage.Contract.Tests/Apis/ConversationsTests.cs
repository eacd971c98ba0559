using Newtonsoft.Json.Linq;
using Vonage.Conversations;

namespace Vonage.Contract.Tests.Apis;

public class ConversationsTests : SimulatedApi
{
    [Test]
    public async Task A_user_is_invited_joins_and_leaves()
    {
        var (conversation, user) = (await Vonage.Conversations.CreateAsync(new() { Name = "chat" }), await Vonage.Users.CreateAsync(new() { Name = "alice" }));
        var member = await Vonage.Conversations.CreateMemberAsync(conversation.Id, new(NewMemberState.Invited, new() { Name = "alice" }, new(RtcChannelType.App)));
        Assert.That((member.State, member.Embedded!.User!.Id), Is.EqualTo((RtcMemberState.Invited, user.Id)));

        await FailingAsync(() => Vonage.Conversations.CreateMemberAsync(conversation.Id, new(NewMemberState.Joined, new() { Id = user.Id }, new(RtcChannelType.App))), 400);
        member = await Vonage.Conversations.UpdateMemberAsync(conversation.Id, member.Id, new(MemberStateChange.Joined));
        await FailingAsync(() => Vonage.Conversations.UpdateMemberAsync(conversation.Id, member.Id, new(MemberStateChange.Joined)), 400);
        await Vonage.Conversations.UpdateMemberAsync(conversation.Id, member.Id, new(MemberStateChange.Left) { Reason = new() { Code = "bye", Text = "Enough" } });
        await FailingAsync(() => Vonage.Conversations.UpdateMemberAsync(conversation.Id, member.Id, new(MemberStateChange.Left)), 400);

        var events = await AllAsync(Vonage.Conversations.ListEventsAsync(conversation.Id));
        Assert.That(events.Select(told => told.Type), Is.EqualTo(["member:invited", "member:joined", "member:left"]));
        Assert.That(((MemberLeftRtcEvent)events[2]).Body!.Reason!.Code, Is.EqualTo("bye"));
        Assert.That((await Vonage.Conversations.GetMemberAsync(conversation.Id, member.Id)).Timestamp!.Left, Is.Not.Null);
    }

    [Test]
    public async Task A_reason_belongs_to_leaving_only()
    {
        var error = await Assert.ThrowsAsync<Core.InvalidRequestException>(() => Vonage.Conversations.UpdateMemberAsync("CON-1", "MEM-1", new(MemberStateChange.Joined) { Reason = new() { Text = "Why not" } }));
        Assert.That(error!.Message, Does.Contain("reason"));
    }

    [Test]
    public async Task A_name_is_unique()
    {
        await Vonage.Conversations.CreateAsync(new() { Name = "chat" });
        var other = await Vonage.Conversations.CreateAsync(new());
        var error = await FailingAsync(() => Vonage.Conversations.CreateAsync(new() { Name = "chat" }), 409);
        Assert.That(error.Problem!.Detail, Is.EqualTo("A conversation with the name chat already exists"));
        await FailingAsync(() => Vonage.Conversations.UpdateAsync(other.Id, new() { Name = "chat" }), 409);
        Assert.That((await Vonage.Conversations.UpdateAsync(other.Id, new() { Name = "talk" })).Timestamp!.Updated, Is.Not.Null);
    }

    [TestCase(1)]
    [TestCase(4)]
    public async Task Cursors_are_followed(int pageSize)
    {
        for (var i = 0; i < 5; i++)
            await Vonage.Conversations.CreateAsync(new() { Name = $"chat{i}" });
        Assert.That((await AllAsync(Vonage.Conversations.ListAsync(new() { PageSize = pageSize, Order = SortOrder.Descending }))).Select(c => c.Name), Is.EqualTo(["chat4", "chat3", "chat2", "chat1", "chat0"]));
        Assert.That(await AllAsync(Vonage.Conversations.ListAsync(new() { EndDate = DateTimeOffset.UtcNow.AddDays(-1) })), Is.Empty);
    }

    [Test]
    public async Task A_message_is_sent_read_and_deleted()
    {
        var (conversation, member) = await JoinedAsync();
        var sent = await Vonage.Conversations.CreateEventAsync(conversation, new MessageEventRequest(new() { MessageType = RtcMessageType.Text, Text = "Hello" }) { From = member });
        Assert.That(sent.Embedded!.FromUser!.Name, Is.EqualTo("alice"));
        var number = int.Parse(sent.Id!, System.Globalization.CultureInfo.InvariantCulture);
        Assert.That((await Vonage.Conversations.GetEventAsync(conversation, sent.Id!)).Id, Is.EqualTo(sent.Id));

        await Vonage.Conversations.DeleteEventAsync(conversation, sent.Id!);
        Assert.That(((MessageRtcEvent)await Vonage.Conversations.GetEventAsync(conversation, number)).Body!.Text, Is.Null);
        Assert.That((await AllAsync(Vonage.Conversations.ListEventsAsync(conversation, new() { ExcludeDeletedEvents = true }))).Select(told => told.Type), Is.EqualTo(["member:joined", "event:delete"]));
        await FailingAsync(() => Vonage.Conversations.DeleteEventAsync(conversation, 1), 404);
    }

    [Test]
    public async Task A_custom_event_is_sent_and_listed_as_what_it_is()
    {
        var (conversation, _) = await JoinedAsync();
        await Vonage.Conversations.CreateEventAsync(conversation, new UnknownEventRequest("custom:quiz") { Body = new JObject { ["question"] = 7 } });

        var told = (await AllAsync(Vonage.Conversations.ListEventsAsync(conversation)))[^1];
        Assert.That((told.GetType(), told.Type, (int?)told.Body?["question"]), Is.EqualTo((typeof(RtcEvent), "custom:quiz", 7)));
    }

    [Test]
    public async Task An_ephemeral_event_is_not_kept()
    {
        var (conversation, _) = await JoinedAsync();
        await Vonage.Conversations.CreateEventAsync(conversation, new EphemeralEventRequest { Body = new JObject { ["typing"] = true } });
        Assert.That(await AllAsync(Vonage.Conversations.ListEventsAsync(conversation)), Has.Count.EqualTo(1));
    }

    [Test]
    public async Task Audio_and_recordings_are_events()
    {
        var (conversation, _) = await JoinedAsync();
        await Vonage.Conversations.StartStreamAsync(conversation, new() { StreamUrl = { new("https://example.com/a.mp3") }, Level = 0.4m });
        await Vonage.Conversations.StopStreamAsync(conversation);
        await Vonage.Conversations.StartTalkAsync(conversation, new("Hello"));
        await Vonage.Conversations.StopTalkAsync(conversation);
        await Vonage.Conversations.RecordAsync(conversation, new(ConversationRecordAction.Start));
        await Vonage.Conversations.RecordAsync(conversation, new(ConversationRecordAction.Stop));

        var events = await AllAsync(Vonage.Conversations.ListEventsAsync(conversation, new() { FirstEventId = "2", PageSize = 3 }));
        Assert.That(events.Select(told => told.Type), Is.EqualTo(["audio:play", "audio:play:stop", "audio:say", "audio:say:stop", "audio:record", "audio:record:stop"]));
        Assert.That(((AudioPlayRtcEvent)events[0]).Body!.Level, Is.EqualTo(0.4m));
    }

    [TestCase("level")]
    [TestCase("loop")]
    [TestCase("stream_url")]
    public async Task What_the_API_requires_of_an_event_is_checked_before_it_is_sent(string field)
    {
        var body = new RtcPlayBody { Loop = field == "loop" ? null : 1, Level = field == "level" ? null : 0 };
        if (field != "stream_url")
            body.StreamUrl.Add(new("https://example.com/a.mp3"));
        var error = await Assert.ThrowsAsync<Core.InvalidRequestException>(() => Vonage.Conversations.CreateEventAsync("CON-1", new AudioPlayEventRequest(body)));
        Assert.That(error!.Message, Does.Contain(field));
    }

    [Test]
    public async Task The_conversations_of_a_user_are_listed()
    {
        var (conversation, _) = await JoinedAsync();
        var user = await Vonage.Users.GetAsync("alice");
        await Vonage.Conversations.UpdateAsync(conversation, new() { Properties = new() { CustomData = { ["a"] = "b" } } });

        var found = (await AllAsync(Vonage.Conversations.ListUserConversationsAsync(user.Id))).Single();
        Assert.That((found.Id, found.Embedded!.State, found.Properties!.CustomData.Count), Is.EqualTo((conversation, RtcMemberState.Joined, 0)));
        Assert.That((await AllAsync(Vonage.Conversations.ListUserConversationsAsync(user.Id, new() { IncludeCustomData = true }))).Single().Properties!.CustomData["a"], Is.EqualTo("b"));
        Assert.That(await AllAsync(Vonage.Conversations.ListUserConversationsAsync(user.Id, new() { State = UserConversationState.Left })), Is.Empty);
        await FailingAsync(() => AllAsync(Vonage.Conversations.ListUserSessionsAsync("USR-other")), 404);
    }

    private async Task<(string Conversation, string Member)> JoinedAsync()
    {
        var conversation = (await Vonage.Conversations.CreateAsync(new())).Id;
        await Vonage.Users.CreateAsync(new() { Name = "alice" });
        var member = await Vonage.Conversations.CreateMemberAsync(conversation, new(NewMemberState.Joined, new() { Name = "alice" }, new(RtcChannelType.App)));
        return (conversation, member.Id);
    }

    [TestCase("")]
    [TestCase("-1")]
    [TestCase("MES-1")]
    public async Task The_ID_of_an_event_is_a_whole_number(string id)
    {
        Assert.That((await Assert.ThrowsAsync<Core.InvalidRequestException>(() => Vonage.Conversations.GetEventAsync("CON-1", id)))!.Field, Is.EqualTo("event_id"));
        Assert.That((await Assert.ThrowsAsync<Core.InvalidRequestException>(() => Vonage.Conversations.DeleteEventAsync("CON-1", id)))!.Field, Is.EqualTo("event_id"));
        Assert.That(Simulator.Requests, Is.Empty);
    }
}
