using Newtonsoft.Json;

namespace Vonage.Core.Serialization;

/// <summary>Buffers fields that are read before the type of their object is known, so that they can be read again.</summary>
internal sealed class TokenBuffer : JsonReader
{
    private const int MostKept = 1024;

    [ThreadStatic]
    private static TokenBuffer? _idle;

    private readonly List<(JsonToken Token, object? Value)> _tokens = [];
    private int _next;

    // All buffered fields are members of one object, which stays open.
    private TokenBuffer() => SetToken(JsonToken.StartObject);

    /// <summary>Rents an empty buffer. Give it back with <see cref="Return"/>, unless it failed.</summary>
    public static TokenBuffer Rent()
    {
        var buffer = _idle ?? new TokenBuffer();
        _idle = null;
        return buffer;
    }

    public void Return()
    {
        if (_tokens.Count > MostKept)
            return;
        _tokens.Clear();
        _next = 0;
        _idle = this;
    }

    /// <summary>Buffers the field whose name is the reader's current token. The reader ends on the last token of the value.</summary>
    /// <returns>The value, if the field is the requested one; otherwise null.</returns>
    public string? Take(JsonReader json, string wanted)
    {
        var name = (string)json.Value!;
        _tokens.Add((JsonToken.PropertyName, name));
        JsonRead.Next(json);
        var value = name == wanted ? Word(json.Value) : null;
        var depth = json.Depth;
        _tokens.Add((json.TokenType, json.Value));
        if (json.TokenType is not (JsonToken.StartObject or JsonToken.StartArray))
            return value;
        do
        {
            JsonRead.Next(json);
            _tokens.Add((json.TokenType, json.Value));
        }
        while (json.Depth > depth);
        return value;
    }

    /// <summary>Gets the value of a buffered field; null if it is not buffered.</summary>
    public string? Find(string name)
    {
        var depth = 0;
        for (var i = 0; i + 1 < _tokens.Count; i++)
        {
            var (token, value) = _tokens[i];
            if (token is JsonToken.StartObject or JsonToken.StartArray)
                depth++;
            else if (token is JsonToken.EndObject or JsonToken.EndArray)
                depth--;
            else if (depth == 0 && token == JsonToken.PropertyName && (string)value! == name)
                return Word(_tokens[i + 1].Value);
        }

        return null;
    }

    /// <summary>Passes all buffered fields to a model.</summary>
    public IJsonReadable ReplayTo(IJsonReadable model)
    {
        while (Read())
        {
            var name = (string)Value!;
            Read();
            ModelReader.ReadField(this, model, name);
        }

        return model;
    }

    public override bool Read()
    {
        if (_next == _tokens.Count)
            return false;
        var (token, value) = _tokens[_next++];
        SetToken(token, value);
        return true;
    }

    // A discriminator that is not a string never names a known class.
    internal static string Word(object? value) => value as string ?? string.Empty;
}
