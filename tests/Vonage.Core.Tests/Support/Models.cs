using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Vonage.Core.Tests;

/// <summary>A model as the generator writes them.</summary>
public class Thing : IValidatable, IFormContent
{
    [JsonProperty("tags")]
    private IList<string>? _tags;

    [JsonExtensionData]
    private IDictionary<string, JToken>? _additionalProperties;

    [JsonProperty("name")]
    public string? Name { get; set; }

    [JsonProperty("count")]
    public int? Count { get; set; }

    [JsonProperty("price")]
    public decimal? Price { get; set; }

    [JsonProperty("when")]
    public DateTimeOffset? When { get; set; }

    [JsonProperty("kind")]
    public Kind? Kind { get; set; }

    [JsonIgnore]
    public IList<string> Tags => _tags ??= [];

    [JsonIgnore]
    public IDictionary<string, JToken> AdditionalProperties => _additionalProperties ??= new Dictionary<string, JToken>(StringComparer.Ordinal);

    public void Validate() => Check.Length("name", Name, 1, 10);

    public void WriteTo(FormWriter writer)
    {
        writer.Add("name", Name);
        writer.Add("count", WireFormat.Text(Count));
        writer.Add("tags", _tags, explode: true);
    }
}

[JsonConverter(typeof(Converter))]
public readonly struct Kind(string value) : IExtensibleEnum
{
    private readonly string? _value = value;

    public static Kind Small { get; } = new("small");

    public string Value => _value ?? string.Empty;

    public sealed class Converter : ExtensibleEnumConverter<Kind>
    {
        protected override Kind Create(string value) => new(value);
    }
}

/// <summary>A reply that reports failures under a good status, as the SMS API's do.</summary>
public class CheckedReply : IReplyCheck
{
    [JsonProperty("status")]
    public int Status { get; set; }

    public Exception? FindError(ApiReply reply) => Status == 0 ? null : new VonageApiException(reply, $"Status {Status}.");
}
