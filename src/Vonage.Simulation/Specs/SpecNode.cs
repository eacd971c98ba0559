using System.Text.Json;
using System.Text.Json.Nodes;

namespace Vonage.Simulation.Specs;

/// <summary>A place in an OpenAPI document. References are followed on the way down, so nobody who reads a document meets one.</summary>
internal readonly struct SpecNode
{
    private readonly SpecDocument _document;
    private readonly JsonElement _element;

    public SpecNode(SpecDocument document, JsonElement element)
    {
        (_document, _element) = (document, element);
        if (IsObject && element.TryGetProperty("$ref", out var reference) && reference.ValueKind == JsonValueKind.String)
            this = document.Follow(reference.GetString()!);
    }

    /// <summary>Whether there is anything at this place.</summary>
    public bool Exists => _element.ValueKind != JsonValueKind.Undefined;

    public bool IsObject => _element.ValueKind == JsonValueKind.Object;

    public string? Text => _element.ValueKind == JsonValueKind.String ? _element.GetString() : null;

    public decimal? Number => _element.ValueKind == JsonValueKind.Number ? _element.GetDecimal() : null;

    /// <summary>Whether <c>true</c> is at this place.</summary>
    public bool IsTrue => _element.ValueKind == JsonValueKind.True;

    /// <summary>Whether <c>false</c> is at this place.</summary>
    public bool IsFalse => _element.ValueKind == JsonValueKind.False;

    public SpecNode this[string name] => IsObject && _element.TryGetProperty(name, out var child) ? new(_document, child) : default;

    public IEnumerable<SpecNode> Items
    {
        get
        {
            var document = _document;
            return _element.ValueKind == JsonValueKind.Array ? _element.EnumerateArray().Select(item => new SpecNode(document, item)) : [];
        }
    }

    public IEnumerable<KeyValuePair<string, SpecNode>> Members
    {
        get
        {
            var document = _document;
            return IsObject ? _element.EnumerateObject().Select(member => KeyValuePair.Create(member.Name, new SpecNode(document, member.Value))) : [];
        }
    }

    /// <summary>What a reference written here, such as one of a discriminator's mapping, stands for.</summary>
    public SpecNode Follow(string reference) => _document.Follow(reference);

    /// <summary>A copy as JSON that may be changed.</summary>
    public JsonNode? ToJson() => Exists ? JsonNode.Parse(_element.GetRawText()) : null;
}
