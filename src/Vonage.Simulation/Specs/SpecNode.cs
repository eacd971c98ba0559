using System.Text.Json;
using System.Text.Json.Nodes;

namespace Vonage.Simulation.Specs;

/// <summary>A node of an OpenAPI document. Navigation resolves references.</summary>
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

    /// <summary>Indicates whether the node exists.</summary>
    public bool Exists => _element.ValueKind != JsonValueKind.Undefined;

    public bool IsObject => _element.ValueKind == JsonValueKind.Object;

    public string? Text => _element.ValueKind == JsonValueKind.String ? _element.GetString() : null;

    public decimal? Number => _element.ValueKind == JsonValueKind.Number ? _element.GetDecimal() : null;

    /// <summary>Indicates whether the value is <c>true</c>.</summary>
    public bool IsTrue => _element.ValueKind == JsonValueKind.True;

    /// <summary>Indicates whether the value is <c>false</c>.</summary>
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

    /// <summary>Resolves a reference, such as one in the mapping of a discriminator.</summary>
    public SpecNode Follow(string reference) => _document.Follow(reference);

    /// <summary>Creates a copy as JSON, which can be modified.</summary>
    public JsonNode? ToJson() => Exists ? JsonNode.Parse(_element.GetRawText()) : null;
}
