using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace Utcp.Generators.Diagnostics;

/// <summary>A diagnostic that can be compared: it holds no Roslyn object.</summary>
/// <param name="Code">Its id.</param>
/// <param name="Message">Its message.</param>
/// <param name="Path">The file it is about.</param>
/// <param name="Start">Where the value starts, in UTF-16 code units.</param>
/// <param name="Length">How long it is.</param>
/// <param name="StartLine">The line it starts on, from 0.</param>
/// <param name="StartColumn">The column it starts at, from 0.</param>
/// <param name="EndLine">The line it ends on.</param>
/// <param name="EndColumn">The column after its end.</param>
internal sealed record DiagnosticInfo(string Code, string Message, string Path, int Start, int Length, int StartLine, int StartColumn, int EndLine, int EndColumn)
{
    /// <summary>The diagnostic for the compiler.</summary>
    public Diagnostic ToDiagnostic() => Diagnostic.Create(
        DiagnosticDescriptors.Find(Code),
        Microsoft.CodeAnalysis.Location.Create(
            Path,
            new TextSpan(Start, Length),
            new LinePositionSpan(new LinePosition(StartLine, StartColumn), new LinePosition(EndLine, EndColumn))),
        Message);
}
