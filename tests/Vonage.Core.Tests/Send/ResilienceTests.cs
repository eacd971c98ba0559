using System.Net;
using Vonage.Core.Pipeline;

namespace Vonage.Core.Tests;

internal sealed class ResilienceTests : ServerTest
{
    [Test]
    public async Task Each_attempt_is_a_fresh_and_freshly_authenticated_message()
    {
        var time = new ManualTime(DateTimeOffset.UtcNow);
        Server.Answer = context =>
        {
            time.Advance(TimeSpan.FromMinutes(20));
            return LoopbackServer.Json(context, Server.Requests.Count < 3 ? 503 : 200, "{}");
        };
        var client = Client(configure: o =>
        {
            o.Resilience = new Retry(3);
            o.TimeProvider = time;
            o.Timeout = TimeSpan.FromHours(24);
        });
        await client.SendAsync<Thing>(Operations.CreateThing(new Thing { Name = "again" }));
        Assert.That(Server.Requests, Has.Count.EqualTo(3));
        Assert.That(Server.Requests.Select(r => r.Text), Is.All.EqualTo("""{"name":"again"}"""));
        Assert.That(Server.Requests.Select(r => r.Header("Authorization")), Is.Unique);
    }

    [Test]
    public async Task The_last_reply_counts()
    {
        Server.Reply(503, "{}");
        var error = (await Assert.ThrowsAsync<VonageApiException>(() => Client(configure: o => o.Resilience = new Retry(2)).SendAsync(Operations.GetThing())))!;
        Assert.That(error.StatusCode, Is.EqualTo(HttpStatusCode.ServiceUnavailable));
        Assert.That(Server.Requests, Has.Count.EqualTo(2));
    }

    [Test]
    public void What_cannot_be_sent_is_not_attempted()
    {
        var retry = new Retry(2);
        Assert.That(async () => await Client(Keys.Account, o => o.Resilience = retry).SendAsync(new ApiRequest(Operations.With("GET", ApiAuthentication.Jwt), "/", null)), Throws.InstanceOf<MissingCredentialsException>());
        Assert.That(retry.Attempts, Is.Zero);
    }

    [Test]
    public void A_failure_on_the_way_comes_out_as_a_connection_error()
    {
        var handler = new StubHandler((_, _) => throw new HttpRequestException("no route"));
        var client = new VonageApiClient(new HttpClient(handler), Keys.All, new VonageClientOptions { Resilience = new Retry(2) });
        Assert.That(async () => await client.SendAsync(Operations.GetThing()), Throws.InstanceOf<ApiConnectionException>().With.Message.Contains("no route"));
        Assert.That(handler.Sent, Has.Count.EqualTo(2));
    }

    private sealed class Retry(int attempts) : IApiResilience
    {
        public int Attempts { get; private set; }

        public async Task<HttpResponseMessage> SendAsync(ApiRequest request, Func<CancellationToken, Task<HttpResponseMessage>> attempt, CancellationToken cancellationToken)
        {
            while (true)
            {
                Attempts++;
                try
                {
                    var response = await attempt(cancellationToken);
                    if (response.IsSuccessStatusCode || Attempts == attempts)
                        return response;
                    response.Dispose();
                }
                catch (HttpRequestException) when (Attempts < attempts)
                {
                    continue;
                }
            }
        }
    }
}
