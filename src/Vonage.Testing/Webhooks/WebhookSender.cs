using System.Text.Json.Nodes;
using System.Threading.Channels;
using Vonage.Testing.State;

namespace Vonage.Testing.Webhooks;

/// <summary>Sends webhooks one at a time, in order. A failure is recorded and does not affect the following ones.</summary>
internal sealed class WebhookSender : IAsyncDisposable
{
    private const int MaxWaiting = 10_000;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    private readonly Channel<Job> _jobs = Channel.CreateUnbounded<Job>(new UnboundedChannelOptions { SingleReader = true });
    private readonly CancellationTokenSource _stopping = new();
    private readonly List<SentWebhook> _sent = [];
    private readonly HttpClient _http = new(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false, UseProxy = false }) { Timeout = Patience, MaxResponseContentBufferSize = 1024 * 1024 };
    private readonly WebhookSigner _signer;
    private readonly SimulatedWebhooks _settings;
    private readonly int _maxRecorded;
    private readonly long _maxBytes;
    private readonly Action<SentWebhook>? _onWebhook;
    private readonly Task _work;
    private readonly SharedState _shared;
    private HttpMessageHandler? _handler;
    private HttpClient? _own;
    private long _lastId;
    private long _sentBytes;
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
        _work = Task.Run(WorkAsync);
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
    }

    /// <summary>
    /// Queues a webhook. The result can be awaited. A webhook that is refused for a reason, or because too many are waiting, is recorded and not sent.
    /// </summary>
    public Task<SentWebhook> Send(WebhookType kind, Uri url, HttpMethod method, JsonObject payload, string? refusal, long? repeatOf = null)
    {
        _shared.LeadHere(payload);
        var job = new Job(kind, url, method, payload, payload.ToJsonString(), refusal, new(TaskCreationOptions.RunContinuationsAsynchronously))
        {
            RepeatOf = repeatOf,
            DueAt = _shared.Now,
            Session = Control.SessionKey.Current,
        };
        if (!TryWait(job))
            job.Done.TrySetResult(Note(job, null, null, "Not sent: too many webhooks are waiting for the application to answer."));
        else if (!_jobs.Writer.TryWrite(job))
            job.Done.TrySetResult(Note(job, null, null, "The simulator has stopped."));
        return job.Done.Task;
    }

    public async ValueTask DisposeAsync()
    {
        if (!_jobs.Writer.TryComplete())
            return;
        await _stopping.CancelAsync().ConfigureAwait(false);
        await _work.ConfigureAwait(false);
        _http.Dispose();
        _own?.Dispose();
        _stopping.Dispose();
    }

    private async Task WorkAsync()
    {
        await foreach (var job in _jobs.Reader.ReadAllAsync().ConfigureAwait(false))
        {
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
    }

    // One webhook can always wait, whatever its size.
    private bool TryWait(Job job)
    {
        lock (_sent)
        {
            if (_waiting >= MaxWaiting || (_waiting > 0 && _waitingBytes + job.Size > _maxBytes))
                return false;
            (_waiting, _waitingBytes) = (_waiting + 1, _waitingBytes + job.Size);
            return true;
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
            return Note(job, (int)response.StatusCode, await response.Content.ReadAsStringAsync(_stopping.Token).ConfigureAwait(false), null, start);
        }
        catch (Exception error) when (error is HttpRequestException or OperationCanceledException or InvalidOperationException or NotSupportedException)
        {
            return Note(job, null, null, error.Message, start);
        }
    }

    private HttpClient Client()
    {
        if (_settings.Handler is not { } handler)
            return _http;
        if (_handler != handler)
            (_handler, _own) = (handler, new HttpClient(handler, disposeHandler: false) { Timeout = Patience, MaxResponseContentBufferSize = _http.MaxResponseContentBufferSize });
        return _own!;
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
        var sent = new SentWebhook(job.Type, job.Url, job.Json, status, answer, error)
        {
            Id = Interlocked.Increment(ref _lastId),
            SentAt = _shared.Now,
            DueAt = job.DueAt,
            Duration = start is { } since ? _shared.Options.TimeProvider.GetElapsedTime(since) : TimeSpan.Zero,
            Method = job.IsSmsByQuery(_settings.SmsForm) ? "GET" : job.Method.Method,
            Signature = job.Signature,
            RepeatOf = job.RepeatOf,
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
        Control.InboxRecorder.Sent(_shared, sent, job.Payload);
        return sent;
    }

    private static long SizeOf(SentWebhook sent) => sizeof(char) * (long)(sent.Url.OriginalString.Length + sent.Payload.Length + (sent.ResponseBody?.Length ?? 0) + (sent.Signature?.Length ?? 0));

    private static IEnumerable<KeyValuePair<string, string?>> Fields(JsonObject payload) =>
        payload.Select(field => KeyValuePair.Create(field.Key, field.Value is JsonValue value ? value.ToString() : field.Value?.ToJsonString()));

    private sealed record Job(WebhookType Type, Uri Url, HttpMethod Method, JsonObject Payload, string Json, string? Refusal, TaskCompletionSource<SentWebhook> Done)
    {
        public long? RepeatOf { get; init; }

        public DateTimeOffset DueAt { get; init; }

        public string? Session { get; init; }

        public string? Signature { get; set; }

        public bool IsSmsByQuery(SmsWebhookFormat form) => form == SmsWebhookFormat.Query && Type is (WebhookType.InboundSms or WebhookType.SmsDeliveryReceipt);

        public long Size => sizeof(char) * (long)(Url.OriginalString.Length + Json.Length);
    }
}
