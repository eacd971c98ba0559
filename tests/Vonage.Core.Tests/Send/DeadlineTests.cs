using System.Net;
using Microsoft.AspNetCore.Http;

namespace Vonage.Core.Tests;

[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
internal sealed class DeadlineTests : ServerTest
{
    private readonly TaskCompletionSource _never = new();

    [TearDown]
    public void Release() => _never.TrySetResult();

    [Test]
    public async Task A_reply_that_does_not_come_is_a_timeout()
    {
        var time = new ManualTime();
        Server.Answer = _ =>
        {
            time.Advance(TimeSpan.FromMilliseconds(50));
            return _never.Task;
        };
        var options = new RequestOptions { Timeout = TimeSpan.FromMilliseconds(50) };
        var error = (await Assert.ThrowsAsync<ApiTimeoutException>(() => Client(configure: o => o.TimeProvider = time).SendAsync<Thing>(Operations.GetThing(options))))!;
        Assert.That(error.Message, Does.Contain("Things.get").And.Contain("0.05 s").And.Contain("may have processed the request"));
        Assert.That((error.Timeout, error.StatusCode, error.Operation, error.Path), Is.EqualTo((TimeSpan.FromMilliseconds(50), (HttpStatusCode?)null, "Things.get", "/v1/things/1")));
        Assert.That(error, Is.InstanceOf<ApiException>());
    }

    [Test]
    public void A_reply_that_breaks_off_in_its_middle_is_a_timeout_too()
    {
        Server.Answer = async context =>
        {
            await context.Response.WriteAsync("{");
            await context.Response.Body.FlushAsync();
            await _never.Task;
        };
        Assert.That(
            async () => await Client(configure: o => o.Timeout = TimeSpan.FromMilliseconds(100)).SendAsync<Thing>(Operations.GetThing()),
            Throws.InstanceOf<ApiTimeoutException>());
    }

    [Test]
    public async Task The_clock_of_the_options_counts()
    {
        var time = new ManualTime();
        var handler = new StubHandler(async (_, token) =>
        {
            time.Advance(TimeSpan.FromSeconds(101));
            await Task.Delay(Timeout.Infinite, token);
            return null!;
        });
        var client = new VonageApiClient(new HttpClient(handler), Keys.All, new VonageClientOptions { TimeProvider = time });
        Assert.That(async () => await client.SendAsync(Operations.GetThing()), Throws.InstanceOf<ApiTimeoutException>().With.Property("Timeout").EqualTo(TimeSpan.FromSeconds(100)));
    }

    [Test]
    public async Task A_call_may_wait_without_an_end()
    {
        var client = Client(configure: o => o.Timeout = Timeout.InfiniteTimeSpan);
        Assert.That(await client.SendAsync<Thing>(Operations.GetThing()), Is.Not.Null);
    }

    [Test]
    public async Task The_callers_cancellation_is_the_callers()
    {
        Server.Answer = _ => _never.Task;
        using var source = new CancellationTokenSource();
        var call = Client().SendAsync<Thing>(Operations.GetThing(), source.Token);
        source.CancelAfter(50);
        var error = (await Assert.CatchAsync<OperationCanceledException>(() => call))!;
        Assert.That(error.CancellationToken, Is.EqualTo(source.Token));
        Assert.That(error.Message, Does.Contain("Things.get"));
        Assert.That(call.IsCanceled, Is.True);
    }

    [Test]
    public async Task A_call_that_is_cancelled_before_it_begins_sends_nothing()
    {
        await Assert.CatchAsync<OperationCanceledException>(() => Client().SendAsync(Operations.GetThing(), new CancellationToken(true)));
        await Assert.CatchAsync<OperationCanceledException>(() => Client().SendAsync<Thing>(Operations.GetThing(), new CancellationToken(true)));
        Assert.That(Server.Requests, Is.Empty);
    }

    [Test]
    public async Task A_caller_who_gives_up_during_an_error_is_heard()
    {
        using var source = new CancellationTokenSource();
        Server.Answer = async context =>
        {
            context.Response.StatusCode = 500;
            await context.Response.WriteAsync("oh");
            await context.Response.Body.FlushAsync();
            await source.CancelAsync();
            await _never.Task;
        };
        await Assert.CatchAsync<OperationCanceledException>(() => Client().SendAsync<Thing>(Operations.GetThing(), source.Token));
    }

    [Test]
    public async Task The_http_clients_own_timeout_is_named()
    {
        Server.Answer = _ => _never.Task;
        using var http = new HttpClient { Timeout = TimeSpan.FromMilliseconds(80) };
        var error = (await Assert.ThrowsAsync<ApiTimeoutException>(() => new VonageApiClient(http, Keys.All, Options()).SendAsync<Thing>(Operations.GetThing())))!;
        Assert.That(error.Timeout, Is.EqualTo(TimeSpan.FromMilliseconds(80)));
    }

    [Test]
    public async Task A_cancellation_by_anybody_but_the_caller_is_a_failure_of_the_connection()
    {
        using var http = new HttpClient(new SocketsHttpHandler());
        Server.Answer = _ => _never.Task;
        using var source = new CancellationTokenSource();
        var call = new VonageApiClient(http, Keys.All, Options(o => o.Retry = new())).SendAsync(Operations.GetThing(), source.Token);
        await Patience.UntilAsync(() => !Server.Requests.IsEmpty);
        http.CancelPendingRequests();
        var error = (await Assert.ThrowsAsync<ApiConnectionException>(() => call))!;
        Assert.That((error.WasSent, error.Attempts.Count, Server.Requests.Count), Is.EqualTo((RequestSent.Unknown, 1, 1)));
    }

    [Test]
    public async Task Timers_are_used_again_and_again()
    {
        var client = Client();
        using var source = new CancellationTokenSource();
        for (var i = 0; i < 300; i++)
            await client.SendAsync<Thing>(Operations.GetThing(), source.Token);
        await Task.WhenAll(Enumerable.Range(0, 300).Select(_ => client.SendAsync<Thing>(Operations.GetThing(), source.Token)));
        Assert.That(Server.Requests, Has.Count.EqualTo(600));
    }

    [TestCase(0)]
    [TestCase(-1)]
    [TestCase(2_592_000)]
    public void A_timeout_has_its_limits(double seconds)
    {
        Assert.That(() => new VonageClientOptions { Timeout = TimeSpan.FromSeconds(seconds) }, Throws.InstanceOf<ArgumentOutOfRangeException>());
        Assert.That(() => new RequestOptions { Timeout = TimeSpan.FromSeconds(seconds) }, Throws.InstanceOf<ArgumentOutOfRangeException>());
        Assert.That(new RequestOptions { Timeout = null }.Timeout, Is.Null);
    }
}
