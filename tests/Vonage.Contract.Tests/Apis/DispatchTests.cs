using System.Reflection;
using Vonage.Core;
using Vonage.Dispatch;

namespace Vonage.Contract.Tests.Apis;

#pragma warning disable CS0618 // Closed to new users, and still to be had.
public class DispatchTests : SimulatedApi
{
    [Test]
    public void It_says_what_to_use_instead() =>
        Assert.That(typeof(IDispatchClient).GetMethod(nameof(IDispatchClient.CreateWorkflowAsync))!.GetCustomAttribute<ObsoleteAttribute>()!.Message, Is.EqualTo("Use the Messages API with failover instead."));

    [TestCase("text")]
    [TestCase("image")]
    [TestCase("audio")]
    [TestCase("video")]
    [TestCase("file")]
    [TestCase("template")]
    public async Task Content_is_what_its_type_says(string type)
    {
        var request = new CreateWorkflowRequest { Workflow = { Step(new DispatchContent(new DispatchContentType(type))) } };

        Assert.That((await Assert.ThrowsAsync<InvalidRequestException>(() => Vonage.Dispatch.CreateWorkflowAsync(request)))!.Field, Is.EqualTo($"workflow[0].message.content.{type}"));
        Assert.That(Simulator.Requests, Is.Empty);
    }

    [Test]
    public async Task Custom_content_is_sent_as_it_is()
    {
        var content = new DispatchContent(DispatchContentType.Custom) { AdditionalProperties = { ["custom"] = new Newtonsoft.Json.Linq.JObject { ["type"] = "contacts" } } };

        await Vonage.Dispatch.CreateWorkflowAsync(new() { Workflow = { Step(content) } });

        Assert.That(Simulator.Requests[^1].Body, Does.Contain(""" "custom":{"type":"contacts"} """.Trim()));
    }

    [TestCase(14)]
    [TestCase(86401)]
    public async Task The_time_for_failover_has_limits(int seconds)
    {
        var step = Step(new(DispatchContentType.Text) { Text = "Hello" });
        step.Failover = new() { ExpiryTime = TimeSpan.FromSeconds(seconds) };

        Assert.That((await Assert.ThrowsAsync<InvalidRequestException>(() => Vonage.Dispatch.CreateWorkflowAsync(new() { Workflow = { step } })))!.Field, Is.EqualTo("workflow[0].failover.expiry_time"));
    }

    [Test]
    public async Task All_messages_but_the_last_one_have_a_failover()
    {
        await RefusedAsync("workflow[0].failover", Text(), Text());
        await RefusedAsync("workflow[1].failover", Text(isLast: false), Text(isLast: false));
        await RefusedAsync("workflow[0].failover", Text(isLast: false));
        await Vonage.Dispatch.CreateWorkflowAsync(new() { Workflow = { Text(isLast: false), Text() } });
        Assert.That(Simulator.Requests, Has.Count.EqualTo(1));

        static DispatchStep Text(bool isLast = true)
        {
            var step = Step(new(DispatchContentType.Text) { Text = "Hello" });
            step.Failover = isLast ? null : new() { ExpiryTime = TimeSpan.FromSeconds(600), ConditionStatus = DispatchFailoverStatus.Delivered };
            return step;
        }
    }

    [TestCase("sms", "to.number", "from.number")]
    [TestCase("whatsapp", "to.number", "from.number")]
    [TestCase("viber_service_msg", "to.number", "from.id")]
    [TestCase("messenger", "to.id", "from.id")]
    [TestCase("telepathy", null, null)]
    public async Task An_address_has_what_its_channel_needs(string channel, string? to, string? from)
    {
        var full = new DispatchAddress(new(channel)) { Id = "0123456789012345", Number = "447700900000" };
        var empty = new DispatchAddress(new(channel));
        var message = new DispatchMessage(new(DispatchContentType.Text) { Text = "Hello" });

        if (to is not null)
            await RefusedAsync($"workflow[0].{to}", new DispatchStep(empty, full, message));
        if (from is not null)
            await RefusedAsync($"workflow[0].{from}", new DispatchStep(full, empty, message));
        Assert.That(Simulator.Requests, Is.Empty);
        Simulator.Respond("dispatch.createWorkflow", 202);
        await Vonage.Dispatch.CreateWorkflowAsync(new() { Workflow = { to is null ? new DispatchStep(empty, empty, message) : new DispatchStep(full, full, message) } });
    }

    private async Task RefusedAsync(string field, params DispatchStep[] steps)
    {
        var error = (await Assert.ThrowsAsync<InvalidRequestException>(() => Vonage.Dispatch.CreateWorkflowAsync(new() { Workflow = [.. steps] })))!;
        Assert.That(error.Field, Is.EqualTo(field));
        Assert.That(error.Message, Does.StartWith($"Dispatch.createWorkflow: {field} ").And.Match("(Set|Omit) it"));
    }

    private static DispatchStep Step(DispatchContent content) => new(new(DispatchChannel.Sms) { Number = "447700900000" }, new(DispatchChannel.Sms) { Number = "ACME" }, new(content));
}
