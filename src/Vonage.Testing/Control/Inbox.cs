using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace Vonage.Testing.Control;

/// <summary>The messages and verification codes, newest last. The oldest are removed if there are too many, or if they are too large.</summary>
internal sealed class Inbox(int maxCount, long maxBytes, ChangeFeed feed)
{
    private readonly Lock _gate = new();
    private readonly List<InboxMessage> _messages = [];
    private readonly List<Verification> _verifications = [];
    private readonly Dictionary<string, List<MessageStep>> _steps = new(StringComparer.Ordinal);
    private readonly Queue<string> _expected = [];
    private long _bytes;
    private long _lastId;

    public IReadOnlyList<InboxMessage> Messages
    {
        get
        {
            lock (_gate)
                return [.. _messages];
        }
    }

    public IReadOnlyList<Verification> Verifications
    {
        get
        {
            lock (_gate)
                return [.. _verifications];
        }
    }

    public void Add(InboxMessage message)
    {
        lock (_gate)
        {
            message.Id = ++_lastId;
            message.IsUnread = !message.IsInbound;
            // The first status can be sent before the response to the request is recorded.
            message.Steps = [.. message.MessageIds.SelectMany(id => _steps.GetValueOrDefault(id, [])).OrderBy(step => step.Time)];
            _messages.Add(message);
            _bytes += message.Size;
            while (_messages.Count > maxCount || (_bytes > maxBytes && _messages.Count > 1))
                Drop(0);
        }
        feed.Tell(Changes.Messages);
    }

    public void Add(Verification verification)
    {
        lock (_gate)
        {
            _verifications.Add(verification);
            if (_verifications.Count > maxCount)
                _verifications.RemoveAt(0);
        }
    }

    /// <summary>Adds a further part to an inbound SMS; false if its first part is not there.</summary>
    public bool TryExtend(string from, string reference, string text)
    {
        lock (_gate)
        {
            if (_messages.FindLast(message => message.From == from && message.Content["concat-ref"]?.ToString() == reference) is not { } first)
                return false;
            _bytes += sizeof(char) * (long)text.Length;
            (first.Text, first.Parts) = (first.Text + text, first.Parts + 1);
        }
        feed.Tell(Changes.Messages);
        return true;
    }

    /// <summary>Notes that the statuses of a message will be sent as webhooks.</summary>
    public void Expect(string messageId)
    {
        lock (_gate)
        {
            if (!_steps.TryAdd(messageId, []))
                return;
            _expected.Enqueue(messageId);
            while (_expected.Count > 4 * maxCount)
                _steps.Remove(_expected.Dequeue());
        }
    }

    /// <summary>Finds a message by an ID that the API returned.</summary>
    public InboxMessage? Find(string messageId)
    {
        lock (_gate)
            return _messages.FindLast(message => message.MessageIds.Contains(messageId));
    }

    /// <summary>Removes the content of a message; returns false if there is none.</summary>
    public bool Redact(string messageId)
    {
        lock (_gate)
        {
            if (_messages.FindLast(message => message.MessageIds.Contains(messageId)) is not { } message)
                return false;
            _bytes -= message.Size;
            message.Text = string.Empty;
            _bytes += message.Size;
            message.Content.Clear();
        }
        feed.Tell(Changes.Messages);
        return true;
    }

    public bool Expects(string messageId)
    {
        lock (_gate)
            return _steps.ContainsKey(messageId);
    }

    public void Note(string messageId, MessageStep step)
    {
        lock (_gate)
        {
            _steps.GetValueOrDefault(messageId)?.Add(step);
            // A status is for one of the newest messages.
            if (_messages.FindLast(message => message.MessageIds.Contains(messageId)) is { } message)
                message.Steps = [.. message.Steps, step];
        }
        feed.Tell(Changes.Messages);
    }

    /// <summary>Changes a verification; does nothing if there is none.</summary>
    public Verification? Change(string? requestId, Action<Verification> change)
    {
        lock (_gate)
        {
            if (_verifications.FindLast(each => each.RequestId == requestId) is not { } verification)
                return null;
            change(verification);
            feed.Tell(Changes.Messages);
            return verification;
        }
    }

    /// <summary>Notes that somebody has looked at messages.</summary>
    public void MarkRead(Predicate<InboxMessage> predicate)
    {
        lock (_gate)
        {
            foreach (var message in _messages)
                message.IsUnread = message.IsUnread && !predicate(message);
        }
        feed.Tell(Changes.Messages);
    }

    public void Remove(Predicate<InboxMessage> predicate)
    {
        lock (_gate)
        {
            for (var index = _messages.Count - 1; index >= 0; index--)
            {
                if (predicate(_messages[index]))
                    Drop(index);
            }
        }
        feed.Tell(Changes.Messages);
    }

    public void RemoveVerifications(Predicate<Verification> predicate)
    {
        lock (_gate)
            _verifications.RemoveAll(predicate);
        feed.Tell(Changes.Messages);
    }

    public JsonNode Save()
    {
        lock (_gate)
            return JsonSerializer.SerializeToNode(_messages, KeptMessages.Default.ListInboxMessage)!;
    }

    public void Restore(JsonNode kept)
    {
        var messages = kept.Deserialize(KeptMessages.Default.ListInboxMessage)!;
        lock (_gate)
        {
            _messages.Clear();
            _messages.AddRange(messages);
            _bytes = messages.Sum(message => message.Size);
            _lastId = messages.Select(message => message.Id).DefaultIfEmpty().Max();
        }
    }

    private void Drop(int index)
    {
        _bytes -= _messages[index].Size;
        foreach (var id in _messages[index].MessageIds)
            _steps.Remove(id);
        _messages.RemoveAt(index);
    }
}

/// <summary>The messages in a file.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull, IgnoreReadOnlyProperties = true)]
[JsonSerializable(typeof(List<InboxMessage>))]
internal sealed partial class KeptMessages : JsonSerializerContext;
