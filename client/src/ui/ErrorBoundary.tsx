import { Component, type ErrorInfo, type ReactNode } from "react";

export interface ErrorBoundaryProps {
  readonly children: ReactNode;
  readonly fallback: ReactNode;
  /** hears what failed; by default the browser's own report, which React makes */
  readonly onFault?: ((fault: unknown, info: ErrorInfo) => void) | undefined;
}

/** Shows `fallback` when something inside it throws while drawing. React asks for a class here. */
export class ErrorBoundary extends Component<ErrorBoundaryProps, { readonly hasFailed: boolean }> {
  override state = { hasFailed: false };

  static getDerivedStateFromError(): { readonly hasFailed: boolean } {
    return { hasFailed: true };
  }

  override componentDidCatch(fault: unknown, info: ErrorInfo): void {
    this.props.onFault?.(fault, info);
  }

  override render(): ReactNode {
    return this.state.hasFailed ? this.props.fallback : this.props.children;
  }
}
