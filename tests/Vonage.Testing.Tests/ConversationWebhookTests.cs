using Vonage.Conversations;
using Vonage.Testing.Tests.Support;

namespace Vonage.Testing.Tests;

/// <summary>What an application is told of its conversations.</summary>
internal sealed class ConversationWebhookTests : WebhookTest
{
    [Test]
    public async Task Events_go_to_the_application_and_those_of_the_mask_to_the_conversation()
    {
        Webhooks.RtcEvent = Receiver.At("/rtc");
        var conversation = await Client.Conversations.CreateAsync(new() { Callback = new() { Url = Receiver.At("/own"), EventMask = "member:joined, member:left" } });
        await Client.Users.CreateAsync(new() { Name = "alice" });
        var member = await Client.Conversations.CreateMemberAsync(conversation.Id, new(NewMemberState.Joined, new() { Name = "alice" }, new(RtcChannelType.App)));
        await Client.Conversations.CreateEventAsync(conversation.Id, new MessageEventRequest(new() { MessageType = RtcMessageType.Text, Text = "Hello" }) { From = member.Id });
        await Client.Conversations.CreateEventAsync(conversation.Id, new EphemeralEventRequest { Body = new Newtonsoft.Json.Linq.JObject { ["typing"] = true } });
        await Webhooks.SettleAsync();

        var told = Receiver.Read<RtcEvent>("/rtc");
        Assert.That(told.Select(e => e.Type), Is.EqualTo(["member:joined", "message", "ephemeral"]));
        Assert.That(told.Select(e => (e.ConversationId, e.ApplicationId)), Is.All.EqualTo((conversation.Id, Simulator.ApplicationId)));
        Assert.That(told.OfType<MessageRtcEvent>().Single().Body!.Text, Is.EqualTo("Hello"));
        Assert.That(Receiver.Read<RtcEvent>("/own").Single(), Is.TypeOf<MemberJoinedRtcEvent>());
    }
}
