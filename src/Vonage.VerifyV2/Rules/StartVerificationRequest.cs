using Vonage.Core;

namespace Vonage.VerifyV2;

public partial class StartVerificationRequest
{
    partial void ValidateMore()
    {
        foreach (var c in Brand)
            if (c is '\\' or '/' or '{' or '}' or ':' or '$')
                throw new InvalidRequestException("brand", @"must not contain any of \ / { } : $");
        Text.LettersAndDigits("code", Code);
        if (Code is not null && CodeLength is { } length && Code.Length != length)
            throw new InvalidRequestException("code", "must have the length that code_length specifies. Change one of them, or omit code_length.");
        for (var i = 1; i < Workflow.Count; i++)
            if (Workflow[i] is SilentAuthWorkflow)
                throw new InvalidRequestException($"workflow[{i}]", "is silent_auth, which must be the first channel. Move it to the start.");
    }
}
