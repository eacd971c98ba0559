using Vonage.Simulation;

namespace Vonage.Testing.State;

/// <summary>A recording: one second of silence as MP3, for every file.</summary>
internal static class Recording
{
    private const int Frames = 38;
    private const int FrameLength = 417;

    /// <summary>The size of the file in bytes.</summary>
    public const int Size = Frames * FrameLength;

    public static ExchangeResponse Answer(Exchange exchange)
    {
        var reply = exchange.Success();
        // A transcription has the same path as a recording; the Accept header distinguishes them.
        if (exchange.Request.Headers.Accept.ToString().StartsWith("application/json", StringComparison.OrdinalIgnoreCase))
            return reply;
        reply.ContentType = "audio/mpeg";
        reply.Json = null;
        reply.Content = Silence();
        return reply;
    }

    /// <summary>MPEG-1 layer III frames, 128 kbit/s, 44.1 kHz, with empty content.</summary>
    private static byte[] Silence()
    {
        var sound = new byte[Size];
        for (var start = 0; start < sound.Length; start += FrameLength)
            new byte[] { 0xFF, 0xFB, 0x90, 0x00 }.CopyTo(sound, start);
        return sound;
    }
}
