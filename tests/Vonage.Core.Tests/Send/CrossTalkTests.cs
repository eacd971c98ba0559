using System.Net;
using System.Text;
using Newtonsoft.Json.Linq;
using Vonage.Core.Pipeline;

namespace Vonage.Core.Tests;

/// <summary>Arrays and cancellation sources are used again: no call may see the bytes or the cancellation of another.</summary>
internal sealed class CrossTalkTests
{
    private const int Calls = 30_000;
    private const int Callers = 16;

    [Test]
    public async Task Calls_that_end_early_leave_nothing_to_others()
    {
        using var network = new EarlyNetwork();
        using var http = new HttpClient(network);
        var client = new VonageApiClient(http, Keys.All);
        var next = 0;
        var (answered, cancelled) = (0, 0);
        await Task.WhenAll(Enumerable.Range(0, Callers).Select(_ => Task.Run(async () =>
        {
            int number;
            while ((number = Interlocked.Increment(ref next)) <= Calls)
            {
                using var source = new CancellationTokenSource();
                var name = Name(number);
                var call = client.SendAsync<Thing>(new ApiRequest(Operations.Create, "/v1/things", null).Json(new JObject { ["name"] = name }), source.Token);
                var endsEarly = number % 3 == 0;
                if (endsEarly)
                {
                    if (number % 2 == 0)
                        await Task.Yield();
                    source.Cancel();
                }

                try
                {
                    var thing = await call;
                    Assert.That(thing.Name, Is.EqualTo(name));
                    Interlocked.Increment(ref answered);
                }
                catch (OperationCanceledException error) when (endsEarly && error.CancellationToken == source.Token)
                {
                    Interlocked.Increment(ref cancelled);
                }
            }
        })));
        await network.FinishAsync();
        Assert.That(network.Damaged, Is.Empty);
        Assert.That((answered + cancelled, network.Written), Is.EqualTo((Calls, Calls)));
        Assert.That(cancelled, Is.Positive);
    }

    // Of different lengths, so that the arrays are, too.
    private static string Name(int number) => $"{number}:{new string((char)('a' + (number % 26)), number % 700)}";

    /// <summary>Answers some requests before their last byte is written, and others never, until they are cancelled.</summary>
    private sealed class EarlyNetwork : HttpMessageHandler
    {
        private readonly System.Collections.Concurrent.ConcurrentBag<Task> _writes = [];
        private int _written;

        public System.Collections.Concurrent.ConcurrentQueue<string> Damaged { get; } = new();

        public int Written => _written;

        public Task FinishAsync() => Task.WhenAll(_writes);

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            var wire = new SlowWire();
            var write = WriteAsync(request.Content!, wire);
            _writes.Add(write);
            await Task.Yield();
            cancellationToken.ThrowIfCancellationRequested();
            if (wire.First % 2 == 0)
                await write;
            return new HttpResponseMessage(HttpStatusCode.OK) { Content = new StringContent(wire.Text, Encoding.UTF8, "application/json") };
        }

        private async Task WriteAsync(HttpContent content, SlowWire wire)
        {
            await content.CopyToAsync(wire);
            Interlocked.Increment(ref _written);
            if (!wire.IsWhole)
                Damaged.Enqueue(wire.Text);
        }
    }

    /// <summary>Takes its bytes twice, with a pause between: they must be the same.</summary>
    private sealed class SlowWire : ScriptedStream
    {
        private byte[] _before = [];
        private byte[] _after = [];

        public int First => _before.Length;

        public string Text => Encoding.UTF8.GetString(_before);

        public bool IsWhole => _before.AsSpan().SequenceEqual(_after);

        public override async ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
        {
            _before = buffer.ToArray();
            for (var i = 0; i < 3; i++)
                await Task.Yield();
            _after = buffer.ToArray();
        }
    }
}
