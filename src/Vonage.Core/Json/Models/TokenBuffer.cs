using Newtonsoft.Json;

namespace Vonage.Core;

/// <summary>Fields that were read before it was known whose they are, to be read again.</summary>
internal sealed class TokenBuffer : JsonReader
{
    private const int MostKept = 1024;

    [ThreadStatic]
    private static TokenBuffer? _idle;

    private readonly List<(JsonToken Token, object? Value)> _tokens = [];
    private int _next;

    // All fields that ever pass stand in one object, which stays open.
    private TokenBuffer() => SetToken(JsonToken.StartObject);

    /// <summary>A buffer without fields. It goes back by <see cref="Return"/>; one that has failed does not.</summary>
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

    /// <summary>Takes the field whose name is under the reader, which ends on the last token of its value.</summary>
    /// <returns>Its value, where it is the one that is looked for; else null.</returns>
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

    /// <summary>The value of a field that was taken; null where it is not among them.</summary>
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

    /// <summary>Gives a model all that was taken.</summary>
    public IJsonReadable ReplayTo(IJsonReadable model)
    {
        while (Read())
        {
            var name = (string)Value!;
            Read();
            model.ReadField(this, name);
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

    // What is no text is no kind that anybody knows.
    private static string Word(object? value) => value as string ?? string.Empty;
}
