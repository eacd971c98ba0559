using Vonage.Core;

namespace Vonage.Video;

public partial class StartArchiveRequest
{
    partial void ValidateMore()
    {
        if (HasAudio == false && HasVideo == false)
            throw new InvalidRequestException("hasAudio", "and hasVideo cannot both be false, because nothing would be recorded. Omit one of them.");
        if (MaxBitrate is not null && QuantizationParameter is not null)
            throw new InvalidRequestException("maxBitrate", "cannot be used with quantizationParameter. Omit one of them.");
        if (OutputMode == ArchiveOutputMode.Individual)
            CheckIndividual();
        else if (HasTranscription == true)
            throw new InvalidRequestException("hasTranscription", "is allowed only for an archive with the outputMode individual. Set it, or omit hasTranscription.");
        if (TranscriptionProperties is not null && HasTranscription != true)
            throw new InvalidRequestException("transcriptionProperties", "are allowed only with hasTranscription. Set it to true, or omit them.");
    }

    private void CheckIndividual()
    {
        var field = Layout is not null ? "layout" : Resolution is not null ? "resolution" : QuantizationParameter is not null ? "quantizationParameter" : null;
        if (field is not null)
            throw new InvalidRequestException(field, "is allowed only for a composed archive. Omit it, or omit outputMode.");
    }
}
