using System.Globalization;

namespace Vonage.Simulation.Specs;

/// <summary>A documented response of an operation.</summary>
internal sealed class SpecResponse(string status, SpecNode node)
{
    public static SpecResponse Empty { get; } = new("200", default);

    /// <summary>The status code; 0 for <c>default</c> and the like.</summary>
    public int Status { get; } = int.TryParse(status, NumberStyles.None, CultureInfo.InvariantCulture, out var code) ? code : 0;

    public IEnumerable<KeyValuePair<string, SpecNode>> Headers => node["headers"].Members;

    public IReadOnlyList<SpecMedia> Content => [.. node["content"].Members.Select(media => new SpecMedia(media.Key, media.Value))];
}
