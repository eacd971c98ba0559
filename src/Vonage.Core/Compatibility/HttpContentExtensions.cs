#if NETSTANDARD2_0
namespace System.Net.Http;

internal static class HttpContentExtensions
{
    extension(HttpContent content)
    {
        public Task<Stream> ReadAsStreamAsync(CancellationToken cancellationToken)
        {
            cancellationToken.ThrowIfCancellationRequested();
            return content.ReadAsStreamAsync();
        }
    }
}
#endif
