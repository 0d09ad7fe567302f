using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace Utcp.Generators.Tests.Verification;

/// <summary>An additional file in memory.</summary>
internal sealed class ManualText(string path, string text) : AdditionalText
{
    // Like those of the compiler, it has one text for everybody.
    private readonly SourceText _text = SourceText.From(text, Encoding.UTF8);

    public override string Path => path;

    public override SourceText GetText(CancellationToken cancellationToken = default) => _text;
}
