using System.Security.Cryptography;
using System.Text.Json.Nodes;

namespace Vonage.Testing.State;

/// <summary>The stored files of the Media API, oldest first. Access requires the gate.</summary>
internal sealed class MediaLibrary(SharedState shared)
{
    private readonly Dictionary<string, ReadOnlyMemory<byte>> _contents = new(StringComparer.Ordinal);

    /// <summary>The metadata of all files.</summary>
    public ResourceList Items { get; } = new("id");

    public string Add(string fileName, string mimeType, ReadOnlyMemory<byte> content)
    {
        var id = Guid.NewGuid().ToString();
        _contents[id] = content;
        Items.Add(new JsonObject
        {
            ["id"] = id,
            ["original_file_name"] = fileName,
            ["mime_type"] = mimeType,
            ["account_id"] = shared.Account.ApiKey,
            ["store_id"] = "s3",
            ["max_downloads_allowed"] = 0,
            ["times_downloaded"] = 0,
            ["etag"] = Convert.ToHexStringLower(SHA256.HashData(content.Span)[..16]),
            ["media_size"] = content.Length,
            ["time_created"] = shared.Webhooks.Time(),
            ["time_last_updated"] = shared.Webhooks.Time(),
            ["public"] = false,
        });
        return id;
    }

    public ReadOnlyMemory<byte> Download(JsonObject item)
    {
        item["times_downloaded"] = item["times_downloaded"]!.GetValue<int>() + 1;
        return _contents[ResourceList.Text(item, "id")!];
    }

    public void Remove(JsonObject item)
    {
        Items.Remove(item);
        _contents.Remove(ResourceList.Text(item, "id")!);
    }
}
