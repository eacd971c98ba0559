using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;

namespace Vonage.Simulation.Tests.Support;

/// <summary>A test with a plain HTTP client, which is nobody's SDK.</summary>
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
internal abstract class HttpTest : IDisposable
{
    protected HttpClient Http { get; } = new();

    public void Dispose()
    {
        Http.Dispose();
        GC.SuppressFinalize(this);
    }

    protected void UseBasic(string key, string secret) => Http.DefaultRequestHeaders.Authorization =
        new AuthenticationHeaderValue("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes($"{key}:{secret}")));

    protected async Task<Answer> GetAsync(string path) => await Answer.ReadAsync(await Http.GetAsync(Relative(path)));

    protected async Task<Answer> DeleteAsync(string path) => await Answer.ReadAsync(await Http.DeleteAsync(Relative(path)));

    protected Task<Answer> PostAsync(string path, JsonNode body) => SendAsync(HttpMethod.Post, path, body);

    protected Task<Answer> PutAsync(string path, JsonNode body) => SendAsync(HttpMethod.Put, path, body);

    protected async Task<Answer> PostAsync(string path, HttpContent content) => await Answer.ReadAsync(await Http.PostAsync(Relative(path), content));

    protected Task<Answer> PostFormAsync(string path, params (string Name, string Value)[] fields) =>
        PostAsync(path, new FormUrlEncodedContent(fields.Select(field => KeyValuePair.Create(field.Name, field.Value))));

    protected async Task<Answer> SendAsync(HttpMethod method, string path, JsonNode body)
    {
        using var request = new HttpRequestMessage(method, Relative(path)) { Content = Json(body.ToJsonString()) };
        return await Answer.ReadAsync(await Http.SendAsync(request));
    }

    protected static StringContent Json(string text) => new(text, Encoding.UTF8, "application/json");

    private static Uri Relative(string path) => new(path, UriKind.Relative);
}
