using System.Text;
using System.Text.Json.Nodes;
using Vonage.Testing.State;

namespace Vonage.Testing.Webhooks;

/// <summary>
/// Sends webhooks to each application one at a time, in order. A failure is recorded and does not affect the following ones, and an application that does not
/// answer holds up no other.
/// </summary>
internal sealed class WebhookSender : IAsyncDisposable
{
    private const int MaxWaiting = 10_000;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    private readonly Dictionary<string, Task> _work = [];
    private readonly CancellationTokenSource _stopping = new();
    private readonly List<SentWebhook> _sent = [];
    private readonly HttpClient _http = new(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false, UseProxy = false }) { Timeout = Patience, MaxResponseContentBufferSize = 1024 * 1024 };
    private readonly WebhookRetries _retries;
    private readonly WebhookSigner _signer;
    private readonly SimulatedWebhooks _settings;
    private readonly int _maxRecorded;
    private readonly long _maxBytes;
    private readonly Action<SentWebhook>? _onWebhook;
    private readonly SharedState _shared;
    private HttpMessageHandler? _handler;
    private HttpClient? _own;
    private long _lastId;
    private long _sentBytes;
    private bool _hasStopped;
    private int _waiting;
    private long _waitingBytes;

    public WebhookSender(SharedState shared, SimulatedWebhooks settings)
    {
        _shared = shared;
        (_settings, _onWebhook, _maxRecorded, _maxBytes) = (settings, shared.Options.OnWebhook, shared.Options.MaxRecorded, 8 * shared.Options.MaxRequestBodySize);
        _signer = new WebhookSigner(shared.Account.ApiKey, shared.Account.SignatureSecret)
        {
            ApplicationId = shared.Account.ApplicationId,
            TimeProvider = shared.Options.TimeProvider,
        };
        _retries = new WebhookRetries(shared.Options.TimeProvider, shared.Options.WebhookRetrySpeed, settings.Retry);
    }

    public IReadOnlyList<SentWebhook> Sent
    {
        get
        {
            lock (_sent)
                return [.. _sent];
        }
    }

    /// <summary>Removes the webhooks that match.</summary>
    public void Remove(Predicate<SentWebhook> predicate)
    {
        lock (_sent)
        {
            _sent.RemoveAll(predicate);
            _sentBytes = _sent.Sum(SizeOf);
        }
        _retries.Remove(predicate);
    }

    /// <summary>
    /// Queues a webhook. The result can be awaited. A webhook that is refused for a reason, or because too many are waiting, is recorded and not sent.
    /// </summary>
    public Task<SentWebhook> Send(WebhookType kind, Uri url, HttpMethod method, JsonObject payload, string? refusal, SentWebhook? former = null)
    {
        _shared.LeadHere(payload);
        var job = new Job(kind, url, method, payload, payload.ToJsonString(), refusal, new(TaskCreationOptions.RunContinuationsAsynchronously))
        {
            Former = former,
            DueAt = _shared.Now,
            Session = former is null ? Control.SessionKey.Current : former.Session,
        };
        if (Enqueue(job) is { } reason)
            job.Done.TrySetResult(Note(job, null, null, reason));
        return job.Done.Task;
    }

    public async ValueTask DisposeAsync()
    {
        Task[] work;
        lock (_sent)
        {
            if (_hasStopped)
                return;
            _hasStopped = true;
            work = [.. _work.Values];
        }
        await _stopping.CancelAsync().ConfigureAwait(false);
        await Task.WhenAll(work).ConfigureAwait(false);
        _retries.Dispose();
        _http.Dispose();
        _own?.Dispose();
        _stopping.Dispose();
    }

    // Returns the reason why a webhook is not sent. One can always wait, whatever its size.
    private string? Enqueue(Job job)
    {
        lock (_sent)
        {
            if (_hasStopped)
                return "The simulator has stopped.";
            if (_waiting >= MaxWaiting || (_waiting > 0 && _waitingBytes + job.Size > _maxBytes))
                return "Not sent: too many webhooks are waiting for the application to answer.";
            (_waiting, _waitingBytes) = (_waiting + 1, _waitingBytes + job.Size);
            var place = CallbackRule.PlaceOf(job.Url);
            var before = _work.GetValueOrDefault(place, Task.CompletedTask);
            _work[place] = Task.Run(() => WorkAsync(before, job));
        }
        return null;
    }

    private async Task WorkAsync(Task before, Job job)
    {
        await before.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        var sent = await SendAsync(job).ConfigureAwait(false);
        lock (_sent)
            (_waiting, _waitingBytes) = (_waiting - 1, _waitingBytes - job.Size);
        try
        {
            _onWebhook?.Invoke(sent);
            job.Done.TrySetResult(sent);
        }
        catch (Exception error) when (job.Done.TrySetException(error))
        {
            // The code that awaits the webhook gets the exception.
        }
    }

    private async Task<SentWebhook> SendAsync(Job job)
    {
        if (job.Refusal is { } refusal)
            return Note(job, null, null, refusal);
        var start = _shared.Options.TimeProvider.GetTimestamp();
        try
        {
            using var request = Sign(job);
            job.Signature = await SignatureOf.RequestAsync(request, _stopping.Token).ConfigureAwait(false);
            using var response = await Client().SendAsync(request, _stopping.Token).ConfigureAwait(false);
            return Note(job, (int)response.StatusCode, await ReadAsync(response.Content).ConfigureAwait(false), null, start);
        }
        catch (Exception error) when (error is HttpRequestException or OperationCanceledException or InvalidOperationException or NotSupportedException or FormatException or ArgumentException or IOException)
        {
            return Note(job, null, null, error.Message, start);
        }
    }

    // Whatever the application calls the encoding, its status counts.
    private async Task<string> ReadAsync(HttpContent content)
    {
        if (content.Headers.ContentType?.CharSet is { } name && !Encoding.GetEncodings().Any(known => known.Name.Equals(name.Trim('"'), StringComparison.OrdinalIgnoreCase)))
            content.Headers.ContentType.CharSet = null;
        return await content.ReadAsStringAsync(_stopping.Token).ConfigureAwait(false);
    }

    private HttpClient Client()
    {
        if (_settings.Handler is not { } handler)
            return _http;
        lock (_sent)
        {
            if (_handler != handler)
                (_handler, _own) = (handler, new HttpClient(handler, disposeHandler: false) { Timeout = Patience, MaxResponseContentBufferSize = _http.MaxResponseContentBufferSize });
            return _own!;
        }
    }

    private HttpRequestMessage Sign(Job job)
    {
        if (job.Type is WebhookType.InboundSms or WebhookType.SmsDeliveryReceipt)
            return new WebhookSigner(_signer.ApiKey, _settings.Secret) { TimeProvider = _signer.TimeProvider, Method = _settings.SignatureMethod }
                .CreateSmsRequest(job.Url, _settings.SmsForm, Fields(job.Payload));
        return job.Method == HttpMethod.Get ? _signer.CreateQueryRequest(job.Url, Fields(job.Payload)) : _signer.CreateJsonRequest(job.Url, job.Json);
    }

    private SentWebhook Note(Job job, int? status, string? answer, string? error, long? start = null)
    {
        var (now, attempt, firstDueAt) = (_shared.Now, (job.Former?.Attempt ?? 0) + 1, job.Former?.FirstDueAt ?? job.DueAt);
        var sent = new SentWebhook(job.Type, job.Url, job.Json, status, answer, error)
        {
            Id = Interlocked.Increment(ref _lastId),
            SentAt = now,
            DueAt = job.DueAt,
            FirstDueAt = firstDueAt,
            Attempt = attempt,
            NextAttemptAt = start is null ? null : now + _retries.DelayAfter(job.Type, status, attempt, now - firstDueAt),
            IsUnanswered = start is not null && status is null,
            Duration = start is { } since ? _shared.Options.TimeProvider.GetElapsedTime(since) : TimeSpan.Zero,
            Method = job.IsSmsByQuery(_settings.SmsForm) ? "GET" : job.Method.Method,
            Signature = job.Signature,
            RepeatOf = job.Former?.FirstId,
            Session = job.Session ?? Control.InboxRecorder.SessionOf(_shared, job.Payload),
        };
        lock (_sent)
        {
            _sent.Add(sent);
            _sentBytes += SizeOf(sent);
            while (_sent.Count > _maxRecorded || (_sentBytes > _maxBytes && _sent.Count > 1))
            {
                _sentBytes -= SizeOf(_sent[0]);
                _sent.RemoveAt(0);
            }
        }
        _retries.Take(sent);
        Control.InboxRecorder.Sent(_shared, sent, job.Payload);
        return sent;
    }

    private static long SizeOf(SentWebhook sent) => sizeof(char) * (long)(sent.Url.OriginalString.Length + sent.Payload.Length + (sent.ResponseBody?.Length ?? 0) + (sent.Signature?.Length ?? 0));

    private static IEnumerable<KeyValuePair<string, string?>> Fields(JsonObject payload) =>
        payload.Select(field => KeyValuePair.Create(field.Key, field.Value is JsonValue value ? value.ToString() : field.Value?.ToJsonString()));

    private sealed record Job(WebhookType Type, Uri Url, HttpMethod Method, JsonObject Payload, string Json, string? Refusal, TaskCompletionSource<SentWebhook> Done)
    {
        /// <summary>The attempt that this one repeats.</summary>
        public SentWebhook? Former { get; init; }

        public DateTimeOffset DueAt { get; init; }

        public string? Session { get; init; }

        public string? Signature { get; set; }

        public bool IsSmsByQuery(SmsWebhookFormat form) => form == SmsWebhookFormat.Query && Type is (WebhookType.InboundSms or WebhookType.SmsDeliveryReceipt);

        public long Size => sizeof(char) * (long)(Url.OriginalString.Length + Json.Length);
    }
}
