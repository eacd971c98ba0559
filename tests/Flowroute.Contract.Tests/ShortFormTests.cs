using Flowroute.Cdr;
using Flowroute.Messages;
using Flowroute.Numbers;
using Flowroute.Testing;
using Vonage.Simulation;

namespace Flowroute.Contract.Tests;

/// <summary>The hand-written methods that shorten a request or combine several.</summary>
public class ShortFormTests
{
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(1);
    private FlowrouteSimulator _simulator = null!;
    private FlowrouteClient _flowroute = null!;

    [SetUp]
    public async Task StartAsync()
    {
        _simulator = await FlowrouteSimulator.StartAsync();
        _flowroute = _simulator.CreateClient();
    }

    [TearDown]
    public async Task StopAsync() => await _simulator.DisposeAsync();

    [Test]
    public async Task Sends_a_text()
    {
        var sent = await _flowroute.Messages.SendAsync(from: "12061231234", to: "12065551234", body: "Hello");
        var record = await _flowroute.Messages.GetAsync(sent.Id);
        Assert.That((record.From, record.To, record.Body), Is.EqualTo(("12061231234", "12065551234", "Hello")));
    }

    [Test]
    public async Task Purchases_a_number_that_was_found()
    {
        var found = (await _flowroute.Numbers.SearchAvailableAsync().ToListAsync())[0];
        await _flowroute.Numbers.PurchaseAsync(found);
        Assert.That((await _flowroute.Numbers.GetAsync(found.Id)).Id, Is.EqualTo(found.Id));
    }

    [TestCase("completed")]
    [TestCase("failed")]
    public async Task Waits_for_an_export_to_end(string status)
    {
        _simulator.Respond("cdr.getExport", Export("processing"), times: 2);
        _simulator.Respond("cdr.getExport", Export(status));

        var export = await _flowroute.Cdr.WaitForExportAsync("38647", Interval);

        Assert.That(export.Status?.Value, Is.EqualTo(status));
        Assert.That(_simulator.Requests.Count, Is.EqualTo(3));
    }

    [Test]
    public async Task A_wait_can_be_canceled()
    {
        _simulator.Respond("cdr.getExport", Export("processing"), times: 2);
        using var cancellation = new CancellationTokenSource();

        var wait = _flowroute.Cdr.WaitForExportAsync("38647", TimeSpan.FromHours(1), cancellationToken: cancellation.Token);
        while (_simulator.Requests.Count == 0)
            await Task.Delay(Interval, CancellationToken.None);
        await cancellation.CancelAsync();

        await Assert.ThatAsync(() => wait, Throws.InstanceOf<OperationCanceledException>());
        Assert.That(_simulator.Requests.Count, Is.EqualTo(1));
    }

    [Test]
    public void An_interval_is_greater_than_zero() =>
        Assert.That(() => _flowroute.Cdr.WaitForExportAsync("38647", TimeSpan.Zero), Throws.InstanceOf<ArgumentOutOfRangeException>());

    private static SimulatedResponse Export(string status) =>
        new() { StatusCode = 200, Body = $$"""{ "data": { "id": "38647", "type": "cdrexport", "attributes": { "status": "{{status}}" } } }""" };
}
