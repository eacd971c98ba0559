using System.Buffers;
using System.Text;
using Newtonsoft.Json.Linq;
using Vonage.Core.Pipeline;
using Vonage.Raw;

namespace Vonage.Core.Tests;

/// <summary>Arrays that held a secret come back to the pool without it.</summary>
[NonParallelizable]
internal sealed class ClearedTests
{
    private const string Text = "text-that-must-not-show";

    [Test]
    public async Task No_rented_array_shows_what_was_sent_or_received()
    {
        var known = Fill(ArrayPool<byte>.Shared).Concat<Array>(Fill(ArrayPool<char>.Shared)).ToHashSet(ReferenceEqualityComparer.Instance);

        // The handler copies to nowhere: a buffer of the platform's own would come back uncleared.
        var handler = new Sink();
        var client = new VonageApiClient(new HttpClient(handler), Keys.All);
        foreach (var scheme in new[] { ApiAuthentication.KeyInBody, ApiAuthentication.Signature, ApiAuthentication.Basic })
        {
            var operation = Operations.With("POST", scheme);
            await client.SendAsync<Thing>(new ApiRequest(operation, "/legacy", null).Json(new JObject { ["name"] = Text }));
            await client.SendAsync<Thing>(new ApiRequest(operation, "/legacy", null).Form(new Form()));
            await client.SendAsync<Thing>(new ApiRequest(operation, "/legacy", null).Json(new JObject { ["name"] = new string('x', 100_000) + Text }));
            await new RawClient(client).SubmitFormAsync<JObject>("https://rest.nexmo.com/a", new { text = Text }, scheme);
        }

        await client.DownloadAsync(Operations.GetThing(), Stream.Null);
        handler.Status = 400;
        Assert.That(async () => await client.SendAsync(Operations.GetThing()), Throws.InstanceOf<VonageApiException>());

        Assert.That(handler.Taken, Is.EqualTo(12));
        var found = Rent(ArrayPool<byte>.Shared).Where(known.Contains).Select(Encoding.Latin1.GetString)
            .Concat(Rent(ArrayPool<char>.Shared).Where(known.Contains).Select(array => new string(array))).ToList();
        Assert.That(found, Has.Count.GreaterThan(50));
        foreach (var shown in found)
            Assert.That(shown.Contains("must-not-show", StringComparison.Ordinal) || shown.Contains("sig=", StringComparison.Ordinal), Is.False);
    }

    // A pool that has no array makes one of memory that nobody has cleared: only those that it had before count.
    private static List<T[]> Fill<T>(ArrayPool<T> pool)
    {
        var arrays = Rent(pool);
        foreach (var array in arrays)
            pool.Return(array, clearArray: true);
        return arrays;
    }

    private static List<T[]> Rent<T>(ArrayPool<T> pool)
    {
        var arrays = new List<T[]>();
        for (var size = 16; size <= 1 << 20; size *= 2)
            for (var i = 0; i < 16; i++)
                arrays.Add(pool.Rent(size));
        return arrays;
    }

    private sealed class Form : IFormContent
    {
        public void WriteTo(FormWriter writer) => writer.Add("text", Text);
    }

    private sealed class Sink : HttpMessageHandler
    {
        public int Status { get; set; } = 200;

        public int Taken { get; private set; }

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            if (request.Content is { } content)
            {
                await content.CopyToAsync(Stream.Null, cancellationToken);
                Taken++;
            }

            return new((System.Net.HttpStatusCode)Status) { Content = new ByteArrayContent(Encoding.UTF8.GetBytes($$"""{"name":"{{Text}}"}""")), RequestMessage = request };
        }
    }
}
